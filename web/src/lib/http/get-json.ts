import type * as z from 'zod';
import { consistency } from './consistency.ts';
import { RequestFailed } from './failure.ts';
import { send } from './request.ts';

/** Reads JSON and parses it; waits for the writes this browser has just made. Rejects with `RequestFailed`. */
export const getJson = async <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  signal?: AbortSignal,
): Promise<z.infer<Schema>> => {
  const token = consistency.tokenFor(path);
  const response = await send({
    method: 'GET',
    path,
    ...(signal === undefined ? {} : { signal }),
    ...(token === undefined ? {} : { headers: { 'x-consistency-token': token } }),
  });
  if (token !== undefined) consistency.seen(token, path);
  const parsed = schema.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw new RequestFailed({ kind: 'unreadable' }, { cause: parsed.error });
  return parsed.data;
};
