import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export type Answer = APIGatewayProxyStructuredResultV2;

/** RFC 9457. `code` is stable; `errors` names each field of a bad request. */
export interface Problem {
  status: number;
  code: string;
  detail?: string;
  errors?: readonly { path: string; message: string }[];
  headers?: Readonly<Record<string, string>>;
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** Thrown inside the HTTP shell to end a request early; never crosses it. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

export const refuse = (status: number, code: string, more: Omit<Problem, 'status' | 'code'> = {}): never => {
  throw new RequestRefused({ status, code, ...more });
};

export const invalid = (path: string, message: string): never =>
  refuse(400, 'invalid-request', { detail: `${path} ${message}`, errors: [{ path, message }] });

export const problemAnswer = ({ status, code, detail, errors, headers }: Problem): Answer => ({
  statusCode: status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  body: JSON.stringify({ type: 'about:blank', title: titles[status] ?? 'Error', status, code, detail, errors }),
});
