import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { HttpRequest } from './http-request.ts';
import { invalid } from './problem.ts';

/** Where a page ended: the key of its last row in the index it was read from. */
export type Position = Readonly<Record<string, string | number>>;

const LONGEST_CURSOR = 2_048;
const Cursor = z.strictObject({ of: z.string(), at: z.record(z.string(), z.union([z.string(), z.number()])) });

/** `limit` and `cursor` of a list; `most` and the default depend on the list. */
export const paging = ({ most = 100, usual = 20 } = {}) => ({
  limit: z
    .string()
    .regex(/^\d{1,4}$/, 'must be a whole number')
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= most, `must be from 1 to ${most}`)
    .default(usual)
    .meta({ openapi: { type: 'integer', minimum: 1, maximum: most, default: usual } }),
  cursor: z.string().optional(),
});

/** A cursor belongs to its route with all its parameters; only the size of the page may change. */
const ownerOf = ({ event, caller }: HttpRequest): string => {
  const parameters = Object.entries({ ...event.queryStringParameters }).filter(
    ([name]) => !['cursor', 'limit'].includes(name),
  );
  const basis = [
    event.rawPath,
    caller?.memberId ?? '',
    ...parameters.sort().map(([name, value]) => `${name}=${value}`),
  ];
  return createHash('sha256').update(basis.join('\n')).digest('base64url').slice(0, 16);
};

/** What a cursor says, when it belongs to the list that is asked for; 400 for one that is broken or of another list. */
const openedFor = (http: HttpRequest, cursor: string): Position => {
  let json: unknown;
  try {
    json = JSON.parse(cursor.length <= LONGEST_CURSOR ? Buffer.from(cursor, 'base64url').toString('utf8') : '');
  } catch {
    return invalid('cursor', 'is not a cursor');
  }
  const parsed = Cursor.safeParse(json);
  if (!parsed.success || parsed.data.of !== ownerOf(http)) return invalid('cursor', 'does not belong to this list');
  return parsed.data.at;
};

/** Refuses a cursor of another list with 400, before anything is looked up: a 404 must not come first. */
export const refuseForeignCursor = (query: unknown, http: HttpRequest): void => {
  const asked = z.object({ cursor: z.string() }).safeParse(query);
  if (asked.success) openedFor(http, asked.data.cursor);
};

/** The position a cursor stands for, undefined for the first page; 400 for one that is broken or of another list. */
export const positionOf = (
  cursor: string | undefined,
  http: HttpRequest,
  keys: readonly string[],
): Position | undefined => {
  if (cursor === undefined) return undefined;
  const at = openedFor(http, cursor);
  const isWhole = Object.keys(at).sort().join() === [...keys].sort().join();
  return isWhole ? at : invalid('cursor', 'does not belong to this list');
};

export const cursorAt = (position: Position | undefined, http: HttpRequest): string | null =>
  position ? Buffer.from(JSON.stringify({ of: ownerOf(http), at: position })).toString('base64url') : null;
