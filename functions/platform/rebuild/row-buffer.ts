import { type Guarded, idOf, type Key, type Upkeep } from '../view-store/port.ts';

/** Rows of a generation that only this process writes: kept in memory, and written many at once. */
export interface RowBuffer {
  /** From memory, or from the table. */
  get(key: Key): Promise<Guarded | undefined>;
  put(guarded: Guarded): void;
  /** Whether so much is unwritten that it should be flushed. */
  isFull(): boolean;
  /** Writes everything that is unwritten; rows that were used lately stay in memory. */
  flush(): Promise<void>;
}

/** Rows are a kilobyte or so: some twenty megabytes. */
export const MOST_UNWRITTEN = 10_000;
const MOST_REMEMBERED = 10_000;

interface Buffering {
  /** Whether the generation is still empty, so that what is not in memory is nowhere. */
  isFresh: boolean;
  /** Rows that may be unwritten before it is time to flush. */
  mostUnwritten: number;
}

export const rowBuffer = (upkeep: Upkeep, { isFresh, mostUnwritten }: Buffering): RowBuffer => {
  const unwritten = new Map<string, Guarded>();
  const written = new Map<string, Guarded>();
  let isInMemory = isFresh;
  const remember = (id: string, guarded: Guarded) => {
    written.delete(id);
    written.set(id, guarded);
    const [oldest] = written.keys();
    if (written.size > MOST_REMEMBERED && oldest !== undefined) written.delete(oldest);
  };
  return {
    async get(key) {
      const id = idOf(key);
      const known = unwritten.get(id) ?? written.get(id);
      if (known || isInMemory) return known;
      const found = (await upkeep.read([key])).get(id);
      if (found) remember(id, found);
      return found;
    },
    put: (guarded) => void unwritten.set(idOf(guarded.row), guarded),
    isFull: () => unwritten.size >= mostUnwritten,
    async flush() {
      if (unwritten.size === 0) return;
      isInMemory = false;
      const rows = [...unwritten];
      await upkeep.write(rows.map(([, guarded]) => guarded));
      unwritten.clear();
      for (const [id, guarded] of rows) remember(id, guarded);
    },
  };
};
