import {
  type Guarded,
  idOf,
  type Key,
  type PageRequest,
  positionKey,
  type Row,
  type Upkeep,
  type ViewStore,
  type ViewTable,
} from './port.ts';

const bytesBefore = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
const compare = (a: unknown, b: unknown) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : bytesBefore(String(a), String(b));

type Rows = Map<string, Guarded>;

/** A view in the memory of this process, for tests and simulation. Indexes need no declaration here. */
export const inMemoryViewStore = (): ViewStore => storeOf(new Map());

/** The same with generations. */
export const inMemoryViewTable = (): ViewTable => {
  const generations = new Map<number, Rows>();
  const rowsOf = (number: number): Rows => {
    const rows = generations.get(number) ?? new Map();
    generations.set(number, rows);
    return rows;
  };
  return {
    generation: (number) => storeOf(rowsOf(number)),
    upkeep: (number) => upkeepOf(rowsOf(number)),
    async keepOnly(numbers) {
      const gone = [...generations].filter(([number]) => !numbers.includes(number));
      const removed = gone.reduce((sum, [, rows]) => sum + rows.size, 0);
      // Whoever still holds a generation goes on writing into the same one.
      for (const [, rows] of gone) rows.clear();
      return removed;
    },
  };
};

const upkeepOf = (rows: Rows): Upkeep => ({
  read: async (keys) =>
    new Map(
      keys.flatMap((key) => {
        const found = rows.get(idOf(key));
        return found ? [[idOf(key), found] as const] : [];
      }),
    ),
  async *all() {
    yield [...rows.values()];
  },
  async write(puts) {
    for (const put of puts) rows.set(idOf(put.row), put);
  },
});

const storeOf = (rows: Rows): ViewStore => {
  const guardOf = (key: Key) => rows.get(idOf(key))?.guard ?? 0;
  const set = (row: Row, guard: number) => void rows.set(idOf(row), { row, guard });
  return {
    get: async (key) => rows.get(idOf(key)) ?? { row: undefined, guard: 0 },
    position: async (stream) => guardOf(positionKey(stream)),
    async put(row, { from, to }) {
      if (guardOf(row) !== from) return false;
      set(row, to);
      return true;
    },
    async putAll(guarded, { stream, from, to }) {
      if (guardOf(positionKey(stream)) !== from) return false;
      if (guarded.some(({ row, guard }) => guardOf(row) !== guard)) return false;
      set(positionKey(stream), to);
      for (const { row, guard } of guarded) set(row, guard + 1);
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
  const order = (a: Row, b: Row) => compare(a[sort], b[sort]) || bytesBefore(idOf(a), idOf(b));
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
