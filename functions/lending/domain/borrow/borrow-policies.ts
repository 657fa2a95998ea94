import type { BusinessDay } from '../../../../events/business-day.ts';
import { type Card, isActive } from '../card.ts';
import { hasOverdue, type Patron } from '../patron.ts';
import type { ShelfOf } from '../shelf.ts';
import type { LendableVolume } from '../volume.ts';

/** Items a member may have on loan at once. */
export const MOST_ITEMS_ON_LOAN = 5;

/** Everything a borrowing is decided on. */
export interface Borrowing {
  patron: Patron;
  card: Card;
  volumes: readonly LendableVolume[];
  shelves: readonly ShelfOf[];
}
type Policy<Reason extends string> = (today: BusinessDay, borrowing: Borrowing) => Reason | undefined;

const everyVolumeIsKnown: Policy<'volume-not-found'> = (_, { volumes }) =>
  volumes.some((volume) => volume === undefined) ? 'volume-not-found' : undefined;

const overdueLoansComeFirst: Policy<'overdue-loan'> = (today, { patron }) =>
  hasOverdue(patron, today) ? 'overdue-loan' : undefined;

const theCardIsActive: Policy<'card-not-active'> = (today, { card, patron }) =>
  isActive(card, today) && !patron.hasLeft ? undefined : 'card-not-active';

const fewItemsAtOnce: Policy<'too-many-items'> = (_, { patron, shelves }) => {
  const onLoan = patron.openLoans.reduce((sum, { volumeIds }) => sum + volumeIds.length, 0);
  return onLoan + shelves.length > MOST_ITEMS_ON_LOAN ? 'too-many-items' : undefined;
};

const oneCopyOfAVolume: Policy<'already-borrowed'> = (_, { patron, shelves }) => {
  const borrowed = new Set(patron.openLoans.flatMap(({ volumeIds }) => volumeIds));
  return shelves.some(({ volumeId }) => borrowed.has(volumeId)) ? 'already-borrowed' : undefined;
};

const aCopyOfEachIsFree: Policy<'no-copy-available'> = (_, { shelves }) =>
  shelves.some(({ shelf }) => shelf.free.length === 0) ? 'no-copy-available' : undefined;

/** Asked in this order; the first refusal is the one the member hears. */
export const borrowPolicies = [
  everyVolumeIsKnown,
  overdueLoansComeFirst,
  theCardIsActive,
  fewItemsAtOnce,
  oneCopyOfAVolume,
  aCopyOfEachIsFree,
] as const;
export type BorrowRefusal = NonNullable<ReturnType<(typeof borrowPolicies)[number]>>;
