import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { v7 as uuid } from 'uuid';
import type * as z from 'zod';
import type { Actor } from '../../../events/envelope.ts';
import { type Caller, callerOf } from './caller.ts';
import { invalid, refuse } from './problem.ts';

/** A request as the shell sees it, before route and shapes are looked at. */
export interface HttpRequest {
  event: APIGatewayProxyEventV2;
  correlationId: string;
  caller: Caller | undefined;
  /** The gateway's time; rules take it as their only clock. */
  now: Date;
  header(name: string): string | undefined;
}

/** Far above any command of ours; media goes to the object store, never through here. */
const MOST_BODY_BYTES = 128 * 1024;
const CORRELATION_ID = /^[A-Za-z0-9\-_.:]{1,128}$/;

export const httpRequestOf = (event: APIGatewayProxyEventV2): HttpRequest => {
  const header = (name: string) => event.headers[name];
  const sent = header('x-correlation-id');
  const { requestContext } = event;
  return {
    event,
    header,
    correlationId: sent !== undefined && CORRELATION_ID.test(sent) ? sent : uuid(),
    caller: callerOf('authorizer' in requestContext ? requestContext.authorizer : undefined),
    now: new Date(requestContext.timeEpoch),
  };
};

export const actorOf = (caller: Caller | undefined): Actor =>
  caller ? { kind: 'member', id: caller.memberId } : { kind: 'anyone', id: 'anyone' };

/** The JSON of a body; an empty one counts as `{}` so that commands without fields can be sent without a body. */
export const jsonOf = ({ event, header }: HttpRequest): unknown => {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > MOST_BODY_BYTES) return refuse(413, 'too-large', { detail: `at most ${MOST_BODY_BYTES} bytes` });
  if (bytes.length === 0) return {};
  const type = (header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && !/^application\/[\w.-]+\+json$/.test(type))
    return refuse(415, 'unsupported-media-type', { detail: 'send application/json' });
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return invalid('body', 'is not valid JSON');
  }
};

const errorsOf = (error: z.ZodError): { path: string; message: string }[] =>
  error.issues.flatMap((issue) => {
    const at = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...at, key].join('.'), message: 'is not a known field' }));
    return [{ path: at.join('.') || 'body', message: issue.message }];
  });

/** Parses with a shape; a mismatch is a 400 that names each field. */
export const parsed = <Shape extends z.ZodType>(shape: Shape, value: unknown): z.infer<Shape> => {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const errors = errorsOf(result.error);
  return refuse(400, 'invalid-request', {
    detail: errors.map(({ path, message }) => `${path}: ${message}`).join('; '),
    errors,
  });
};

/** Path parameters; one that could not be an id names nothing, which is a 404. */
export const paramsOf = <Shape extends z.ZodType>(shape: Shape, { event }: HttpRequest): z.infer<Shape> => {
  const result = shape.safeParse(event.pathParameters ?? {});
  return result.success ? result.data : refuse(404, 'not-found');
};
