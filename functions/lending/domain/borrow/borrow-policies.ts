import type { BusinessDay } from '../../../../events/business-day.ts';
import type { MemberId } from '../../../../events/ids.ts';
import { type Card, isActive } from '../card.ts';
import { hasOnLoan, hasOverdue, loansOn, type Patron } from '../patron.ts';
import { copyFor, type ShelfOf } from '../shelf.ts';
import type { LendableVolume } from '../volume.ts';

/** Items a member may have on loan at once. */
export const MOST_ITEMS_ON_LOAN = 5;

/** Limits that a stage can switch on; absent means none. */
export interface BorrowLimits {
  openLoansPerMember?: number | undefined;
  loansPerDay?: number | undefined;
}

/** Everything a borrowing is decided on. */
export interface Borrowing {
  memberId: MemberId;
  patron: Patron;
  card: Card;
  volumes: readonly LendableVolume[];
  shelves: readonly ShelfOf[];
  limits: BorrowLimits;
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

const fewLoansAtOnce: Policy<'too-many-loans'> = (_, { patron, limits: { openLoansPerMember = Infinity } }) =>
  patron.openLoans.length >= openLoansPerMember ? 'too-many-loans' : undefined;

const fewLoansADay: Policy<'too-many-loans-today'> = (today, { patron, limits: { loansPerDay = Infinity } }) =>
  loansOn(patron, today) >= loansPerDay ? 'too-many-loans-today' : undefined;

const oneCopyOfAVolume: Policy<'already-borrowed'> = (_, { patron, shelves }) =>
  shelves.some(({ volumeId }) => hasOnLoan(patron, volumeId)) ? 'already-borrowed' : undefined;

const aCopyOfEachIsThere: Policy<'no-copy-available'> = (_, { memberId, shelves }) =>
  shelves.some(({ shelf }) => copyFor(shelf, memberId) === undefined) ? 'no-copy-available' : undefined;

/** Asked in this order; the first refusal is the one the member hears. */
export const borrowPolicies = [
  everyVolumeIsKnown,
  overdueLoansComeFirst,
  theCardIsActive,
  fewItemsAtOnce,
  fewLoansAtOnce,
  fewLoansADay,
  oneCopyOfAVolume,
  aCopyOfEachIsThere,
] as const;
export type BorrowRefusal = NonNullable<ReturnType<(typeof borrowPolicies)[number]>>;
