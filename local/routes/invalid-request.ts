import type * as z from 'zod';
import { type HttpAnswer, problemAnswer } from '../http/gateway-response.ts';

/** A 400 that names each field. */
export const invalidRequest = (errors: readonly { path: string; message: string }[]): HttpAnswer =>
  problemAnswer(400, 'Invalid request', 'invalid-request', { errors });

/** A 400 out of what zod found. */
export const invalidShape = ({ issues }: z.ZodError): HttpAnswer =>
  invalidRequest(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'unknown field' }))
        : [{ path: issue.path.join('.'), message: issue.message }],
    ),
  );

/** The JSON in a body, undefined when it is none. */
export const jsonIn = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
};
