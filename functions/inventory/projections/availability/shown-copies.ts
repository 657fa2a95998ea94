import { everyRow } from '../../../platform/view-store/every-row.ts';
import type { ReadableView } from '../../../platform/view-store/port.ts';
import { ChangeRow, changesFrom, numberOf } from '../copy-history/view.ts';
import type { ShownCopy } from './endpoints.ts';
import type { PlacedCopy, ShelfRow } from './view.ts';

/** Copies of one shelf with their history. Neighbours have neighbouring rows, so that a page is one read. */
export const shownCopies = async (
  history: Pick<ReadableView, 'query'>,
  { volumeId, arrivals }: ShelfRow,
  copies: readonly PlacedCopy[],
): Promise<readonly ShownCopy[]> => {
  const shown = new Set(copies.map(({ copyId }) => copyId));
  // The reason of an arrival is kept with its first copy, which may be on an earlier page.
  const together = arrivals.flatMap(({ copyIds }) => (copyIds.some((id) => shown.has(id)) ? copyIds : []));
  const numbers = together.map(numberOf);
  const range = changesFrom(Math.min(...numbers), Math.max(...numbers));
  const changes: ChangeRow[] = [];
  if (copies.length > 0)
    for await (const row of everyRow(history, { partition: ['pk', volumeId], range }))
      changes.push(ChangeRow.parse(row));
  return copies.map((copy) => withHistory(copy, changes));
};

const withHistory = (copy: PlacedCopy, changes: readonly ChangeRow[]): ShownCopy => {
  const told = changes.filter(({ copyIds }) => copyIds.includes(copy.copyId)).toSorted((a, b) => compare(a.at, b.at));
  const arrived = told.some(({ what }) => what === 'added') ? [] : [{ at: copy.addedAt, what: 'added' as const }];
  const reason = told.at(-1)?.reason;
  const history = [...arrived, ...told.map(({ at, what, reason: because }) => ({ at, what, reason: because }))];
  return { ...copy, ...(reason !== undefined && { reason }), history };
};

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
