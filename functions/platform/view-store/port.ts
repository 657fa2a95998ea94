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
