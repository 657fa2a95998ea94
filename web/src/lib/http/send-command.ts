import * as z from 'zod';
import { consistency } from './consistency.ts';
import { RequestFailed } from './failure.ts';
import { type Request, send } from './request.ts';

export interface Command<Schema extends z.ZodType> extends Omit<Request, 'method' | 'headers' | 'signal'> {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Kept for every repeat of the same try. */
  key: string;
  answer: Schema;
  /** Beginnings of the paths whose next read must have seen this command. */
  seenBy?: readonly string[];
}

/** For commands that answer 204. */
export const NoContent = z.undefined();

/** Sends a command and parses its answer. Rejects with `RequestFailed`. */
export const sendCommand = async <Schema extends z.ZodType>(command: Command<Schema>): Promise<z.infer<Schema>> => {
  const { key, answer, seenBy = [], ...request } = command;
  const response = await send({ ...request, headers: { 'idempotency-key': key } });
  const token = response.headers.get('x-consistency-token');
  if (token !== null && seenBy.length > 0) consistency.expect(token, seenBy);
  const body: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  const parsed = answer.safeParse(body);
  if (!parsed.success) throw new RequestFailed({ kind: 'unreadable' }, { cause: parsed.error });
  return parsed.data;
};
