import * as z from 'zod';

/** An answer ready to be written. */
export interface HttpAnswer {
  status: number;
  /** Several values of one name are several header lines. */
  headers: Readonly<Record<string, string | readonly string[]>>;
  body: Buffer;
}

const Scalar = z.union([z.string(), z.number(), z.boolean()]).transform((value) => String(value));
const Structured = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), Scalar).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** A JSON answer of the gateway itself. */
export const jsonAnswer = (status: number, body: unknown, headers: HttpAnswer['headers'] = {}): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(JSON.stringify(body)),
});

/** RFC 9457; `code` is the stable kebab-case word. */
export const problemAnswer = (
  status: number,
  title: string,
  code: string,
  more: { detail?: string; errors?: readonly { path: string; message: string }[] } = {},
): HttpAnswer =>
  jsonAnswer(
    status,
    { type: 'about:blank', title, status, code, ...more },
    { 'content-type': 'application/problem+json' },
  );

export const internalError = (): HttpAnswer => jsonAnswer(500, { message: 'Internal Server Error' });

const hasStatus = (payload: unknown) => typeof payload === 'object' && payload !== null && 'statusCode' in payload;

/** Turns a function's result into an answer: the structured form, or any other value as a JSON body with status 200. */
export const functionAnswer = (payload: unknown): HttpAnswer => {
  if (!hasStatus(payload))
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload)),
    };
  const parsed = Structured.safeParse(payload);
  if (!parsed.success) return internalError();
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const named = Object.entries(headers ?? {}).map(([name, value]): [string, string] => [name.toLowerCase(), value]);
  return {
    status: statusCode,
    headers: {
      ...(body && { 'content-type': 'text/plain;charset=utf-8' }),
      ...Object.fromEntries(named),
      ...(cookies && cookies.length > 0 && { 'set-cookie': cookies }),
    },
    body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
  };
};
