import type { Guarded, Key, PageRequest, Row, ViewStore } from './port.ts';

const keyOf = ({ pk, sk }: Key) => `${pk}\n${sk}`;
const bytesBefore = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const compare = (a: unknown, b: unknown) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : bytesBefore(String(a), String(b));

/** A view in the memory of this process, for tests and simulation. Indexes need no declaration here. */
export const inMemoryViewStore = (): ViewStore => {
  const rows = new Map<string, { row: Row; guard: number }>();
  const positions = new Map<string, number>();
  const guardOf = (key: Key) => rows.get(keyOf(key))?.guard ?? 0;

  return {
    get: async (key) => rows.get(keyOf(key)) ?? { row: undefined, guard: 0 },
    position: async (stream) => positions.get(stream) ?? 0,
    async put(row, { from, to }) {
      if (guardOf(row) !== from) return false;
      rows.set(keyOf(row), { row, guard: to });
      return true;
    },
    async putAll(guarded: readonly Guarded[], { stream, from, to }) {
      if ((positions.get(stream) ?? 0) !== from) return false;
      if (guarded.some(({ row, guard }) => guardOf(row) !== guard)) return false;
      positions.set(stream, to);
      for (const { row, guard } of guarded) rows.set(keyOf(row), { row, guard: guard + 1 });
      return true;
    },
    query: async (request) =>
      pageOf(
        [...rows.values()].map(({ row }) => row),
        request,
      ),
  };
};

const pageOf = (
  all: readonly Row[],
  { partition: [attribute, value], range, descending, limit, after }: PageRequest,
) => {
  const sort = range?.attribute ?? 'sk';
  const order = (a: Row, b: Row) => compare(a[sort], b[sort]) || bytesBefore(keyOf(a), keyOf(b));
  const found = all
    .filter((row) => row[attribute] === value && row[sort] !== undefined)
    .filter((row) => range?.from === undefined || compare(row[sort], range.from) >= 0)
    .filter((row) => range?.to === undefined || compare(row[sort], range.to) <= 0)
    .toSorted((a, b) => (descending ? order(b, a) : order(a, b)));
  const start = after ? found.findIndex(({ pk, sk }) => pk === after.pk && sk === after.sk) + 1 : 0;
  const rows = found.slice(start, start + limit);
  const last = rows.at(-1);
  const isMore = last !== undefined && start + limit < found.length;
  const ends = [...new Set(['pk', 'sk', attribute, sort])];
  return {
    rows,
    ...(isMore && { next: Object.fromEntries(ends.map((name) => [name, last[name] as string | number])) }),
  };
};
