/** A secondary index of a read model: a list in another order. Absent attributes are not indexed. */
export interface ViewIndex {
  name: string;
  partition: string;
  sort: string;
}

/** The read models, each a table with `pk` and `sk`, and the lists they are read by. */
export const views = {
  'member-card': [],
  'loan-sheet': [{ name: 'open-by-due-day', partition: 'openState', sort: 'openDueOn' }],
} as const satisfies Readonly<Record<string, readonly ViewIndex[]>>;
export type ViewName = keyof typeof views;
