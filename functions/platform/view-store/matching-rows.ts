import type { PageRequest, Row, ViewStore } from './port.ts';

type Position = Readonly<Record<string, string | number>>;

interface Filtered<T> {
  /** At most `limit` of the rows picked, in the order of the index. */
  items: readonly T[];
  /** Key of the last row picked, when there are more to pick. */
  next?: Position;
}

/** Rows read at once while looking for those that match. */
const ROWS_AT_ONCE = 100;

/**
 * A page of the rows that `pick` answers for (undefined leaves a row out). Reads on until the page is full or the index
 * ends, so that a filter makes no page short; `keys` are the attributes that a position in the index consists of.
 */
export const matchingRows = async <T>(
  view: Pick<ViewStore, 'query'>,
  request: PageRequest,
  keys: readonly string[],
  pick: (row: Row) => T | undefined,
): Promise<Filtered<T>> => {
  const found: { item: T; row: Row }[] = [];
  let { after } = request;
  do {
    const page = await view.query({ ...request, limit: ROWS_AT_ONCE, ...(after && { after }) });
    for (const row of page.rows) {
      const item = pick(row);
      if (item !== undefined) found.push({ item, row });
    }
    after = page.next;
  } while (after && found.length <= request.limit);
  const last = found[request.limit - 1];
  const items = found.slice(0, request.limit).map(({ item }) => item);
  return found.length > request.limit && last ? { items, next: positionOf(last.row, keys) } : { items };
};

const positionOf = (row: Row, keys: readonly string[]): Position =>
  Object.fromEntries(
    keys.map((key) => {
      const value = row[key];
      if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`the row has no key ${key}`);
      return [key, value];
    }),
  );
