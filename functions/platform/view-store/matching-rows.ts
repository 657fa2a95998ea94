import type { PageRequest, Row, ViewStore } from './port.ts';

type Position = Readonly<Record<string, string | number>>;

interface Filtered<T> {
  /** At most `limit` of the rows picked, in the order of the index. */
  items: readonly T[];
  /** Key of the last row picked, or looked at, when there are more to look through. */
  next?: Position;
}

/** Rows read at once while looking for those that match. */
const ROWS_AT_ONCE = 100;

/**
 * A page of the rows that `pick` answers for (undefined leaves a row out). Reads on until the page is full or the index
 * ends, so that a filter makes no page short; `keys` are the attributes that a position in the index consists of. In a list
 * without end `most` rows are looked at for one page, which may then be short.
 */
export const matchingRows = async <T>(
  view: Pick<ViewStore, 'query'>,
  request: PageRequest,
  keys: readonly string[],
  pick: (row: Row) => T | undefined,
  most = Number.POSITIVE_INFINITY,
): Promise<Filtered<T>> => {
  const found: { item: T; row: Row }[] = [];
  let { after } = request;
  let looked = 0;
  let reached: Row | undefined;
  do {
    const page = await view.query({ ...request, limit: ROWS_AT_ONCE, ...(after && { after }) });
    for (const row of page.rows) {
      const item = pick(row);
      if (item !== undefined) found.push({ item, row });
    }
    after = page.next;
    looked += page.rows.length;
    reached = page.rows.at(-1) ?? reached;
  } while (after && found.length <= request.limit && looked < most);
  const last = found[request.limit - 1];
  const items = found.slice(0, request.limit).map(({ item }) => item);
  if (found.length > request.limit && last) return { items, next: positionOf(last.row, keys) };
  return after && reached ? { items, next: positionOf(reached, keys) } : { items };
};

const positionOf = (row: Row, keys: readonly string[]): Position =>
  Object.fromEntries(
    keys.map((key) => {
      const value = row[key];
      if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`the row has no key ${key}`);
      return [key, value];
    }),
  );
