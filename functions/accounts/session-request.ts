import type * as z from 'zod';
import { type HttpRequest, jsonOf, parsed } from '../platform/http/http-request.ts';
import { idempotencyKeyOf } from '../platform/http/idempotency.ts';

/**
 * The body of a request about a session; 400 when it, or an idempotency key with it, is malformed. The key is not
 * kept: to sign in, refresh or sign out again is harmless, and an answer with tokens must not lie in a table.
 */
export const sessionRequest = <Shape extends z.ZodType>(shape: Shape, http: HttpRequest): z.infer<Shape> => {
  const json = jsonOf(http);
  idempotencyKeyOf(http, json);
  return parsed(shape, json);
};
