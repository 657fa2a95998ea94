/** Where a row lives in its view. */
export interface Key {
  pk: string;
  sk: string;
}

/** A row as it is kept. Attributes that begin with `_` belong to the store. */
export type Row = Key & Readonly<Record<string, unknown>>;

/** A row and what its writer must still find there. */
export interface Guarded<R extends Row = Row> {
  row: R;
  /** The guard that came with the row when it was read; 0 when there was none. */
  guard: number;
}

export interface PageRequest {
  /** A secondary index; without it the table itself. */
  index?: string;
  /** Attribute and value of the partition. */
  partition: readonly [attribute: string, value: string];
  /** Bounds of the sort attribute, both inclusive. */
  range?: { attribute: string; from?: string | number; to?: string | number };
  descending?: boolean;
  limit: number;
  after?: Readonly<Record<string, string | number>>;
}
export interface Page {
  rows: readonly Row[];
  /** Key of the last row in its index, when there are more. */
  next?: Readonly<Record<string, string | number>>;
}

/** A read model's rows. Every write is conditional: a row never goes back, an effect never comes twice. */
export interface ViewStore {
  /** By a consistent read; the guard is 0 for a row that is not there. */
  get(key: Key): Promise<{ row: Row | undefined; guard: number }>;
  /** Puts one row whose guard must be as read; the new guard must be higher. Answers whether it was written. */
  put(row: Row, guards: { from: number; to: number }): Promise<boolean>;
  /** Puts rows in one transaction together with the position reached in a stream; each guard must be as read. */
  putAll(rows: readonly Guarded[], position: { stream: string; from: number; to: number }): Promise<boolean>;
  /** How far `putAll` has come in a stream; 0 when it never did. */
  position(stream: string): Promise<number>;
  query(request: PageRequest): Promise<Page>;
}

/** A view as its readers have it. */
export type ReadableView = Pick<ViewStore, 'get' | 'position' | 'query'>;

const POSITION = '@position#';

/** Positions are rows of their view, so that they move in one transaction with the others; each has a partition of its own. */
export const positionKey = (stream: string) => ({ pk: `${POSITION}${stream}`, sk: 'position' });
export const isPosition = ({ pk }: Key): boolean => pk.startsWith(POSITION);

/** One name for a key, e.g. in a map. */
export const idOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;

/**
 * All rows of one generation at once, for who rebuilds or verifies it. Nothing here is conditional: only a generation that
 * nobody else writes may be written.
 */
export interface Upkeep {
  /** Rows and positions by consistent reads, those that are there, by `idOf`. */
  read(keys: readonly Key[]): Promise<ReadonlyMap<string, Guarded>>;
  /** Every row and position of the generation, a page at a time, by consistent reads. */
  all(): AsyncIterable<readonly Guarded[]>;
  /** Puts rows and positions, whatever is there; resolves when all are. */
  write(rows: readonly Guarded[]): Promise<void>;
}

/**
 * The table of a view: generations side by side, which see nothing of each other. Each is a complete read model; which of
 * them is read is not the table's affair.
 */
export interface ViewTable {
  /** From 1. */
  generation(number: number): ViewStore;
  upkeep(generation: number): Upkeep;
  /** Removes the rows of all generations but these; answers how many it removed. */
  keepOnly(generations: readonly number[]): Promise<number>;
}
