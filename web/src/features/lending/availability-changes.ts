import type { Availability } from './api/get-availability.ts';

export type Movement = 'wentOut' | 'cameBack' | 'added' | 'removed';

export interface Change {
  movement: Movement;
  count: number;
  at: number;
}

const KEPT = 5;

const movementsBetween = (before: Availability, after: Availability): [Movement, number][] => {
  const loans = after.onLoan - before.onLoan;
  const copies = after.copies - before.copies;
  return [
    ['wentOut', Math.max(0, loans)],
    ['cameBack', Math.max(0, -loans)],
    ['added', Math.max(0, copies)],
    ['removed', Math.max(0, -copies)],
  ];
};

/** What was seen to move between two looks at the shelf, newest first; a borrow and a return between two looks cancel out. */
export const withChanges = (
  seen: readonly Change[],
  before: Availability | undefined,
  after: Availability,
  at: number,
): readonly Change[] => {
  if (before === undefined || before.volumeId !== after.volumeId) return [];
  const fresh = movementsBetween(before, after)
    .filter(([, count]) => count > 0)
    .map(([movement, count]): Change => ({ movement, count, at }));
  return fresh.length === 0 ? seen : [...fresh, ...seen].slice(0, KEPT);
};
