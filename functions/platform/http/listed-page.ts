import type { PageRequest, Row, ViewStore } from '../view-store/port.ts';
import { cursorAt, type Position, positionOf } from './cursor.ts';
import type { HttpRequest } from './http-request.ts';
import { invalid } from './problem.ts';

/** A list over a view: one partition in one order, perhaps only what matches. */
export interface Listing {
  view: Pick<ViewStore, 'query'>;
  /** A secondary index; without it the table itself. */
  index?: string;
  partition: PageRequest['partition'];
  /** The sort attribute (`sk` for the table itself) and its bounds, both inclusive. */
  order: { attribute: string; from?: string; to?: string; descending?: boolean };
  matches?: (row: Row) => boolean;
}

/** Rows looked at in one go while a filter passes some over. */
const FILTERED_CHUNK = 100;

/**
 * One page of a list: reads on until `limit` rows match or the list ends. The cursor is the place of the last row shown, so
 * a page never skips or repeats a row; it is null exactly when nothing more matches. 400 for a broken cursor.
 */
export const listedPage = async (
  listing: Listing,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  http: HttpRequest,
): Promise<{ rows: readonly Row[]; nextCursor: string | null }> => {
  const names = cursorNames(listing);
  const rows: Row[] = [];
  let after = startOf(listing, positionOf(cursor, http, names));
  do {
    const page = await listing.view.query(requestOf(listing, limit, after));
    rows.push(...page.rows.filter(listing.matches ?? (() => true)));
    after = page.next;
  } while (after && rows.length <= limit);

  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const isMore = last !== undefined && rows.length > limit;
  return { rows: shown, nextCursor: cursorAt(isMore ? placeOf(last, names) : undefined, http) };
};

const requestOf = (
  { index, partition, order: { descending, ...range }, matches }: Listing,
  limit: number,
  after: Position | undefined,
): PageRequest => ({
  ...(index !== undefined && { index }),
  partition,
  range,
  ...(descending !== undefined && { descending }),
  limit: matches ? Math.max(limit + 1, FILTERED_CHUNK) : limit + 1,
  ...(after && { after }),
});

/** The partition is known from the request; a cursor holds only the rest. */
const cursorNames = ({ index, partition: [attribute], order }: Listing): readonly string[] =>
  [...new Set(index === undefined ? ['sk'] : ['pk', 'sk', order.attribute])].filter((name) => name !== attribute);

const placeOf = (row: Row, names: readonly string[]): Position =>
  Object.fromEntries(names.map((name) => [name, String(row[name])]));

const startOf = ({ partition: [attribute, value], order }: Listing, at: Position | undefined): Position | undefined => {
  if (!at) return undefined;
  const place = at[order.attribute];
  const isWithin =
    typeof place === 'string' && (order.from ?? place) <= place && (order.to === undefined || place <= order.to);
  const isText = Object.values(at).every((part) => typeof part === 'string' && part !== '');
  return isText && isWithin ? { ...at, [attribute]: value } : invalid('cursor', 'does not belong to this list');
};
