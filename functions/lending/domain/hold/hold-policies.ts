import type { BusinessDay } from '../../../../events/business-day.ts';
import type { MemberId, VolumeId } from '../../../../events/ids.ts';
import { copiesToTake, type Shelf } from '../../../../events/shelf.ts';
import { type Card, isActive } from '../card.ts';
import { hasOnLoan, hasOverdue, type Patron } from '../patron.ts';
import type { LendableVolume } from '../volume.ts';

/** Volumes a member may wait for at once; a copy that is put aside does not count. */
export const MOST_WAITING_HOLDS = 5;

/** Everything the placing of a hold is decided on. */
export interface HoldWish {
  memberId: MemberId;
  volumeId: VolumeId;
  patron: Patron;
  card: Card;
  volume: LendableVolume;
  shelf: Shelf;
  /** Holds of the member that still wait, as far as is known; others count as waiting. */
  waiting: number;
}
type Policy<Reason extends string> = (today: BusinessDay, wish: HoldWish) => Reason | undefined;

const theVolumeIsKnown: Policy<'volume-not-found'> = (_, { volume }) => (volume ? undefined : 'volume-not-found');

const overdueLoansComeFirst: Policy<'overdue-loan'> = (today, { patron }) =>
  hasOverdue(patron, today) ? 'overdue-loan' : undefined;

const theCardIsActive: Policy<'card-not-active'> = (today, { card, patron }) =>
  isActive(card, today) && !patron.hasLeft ? undefined : 'card-not-active';

const notOnLoanToOneself: Policy<'already-borrowed'> = (_, { patron, volumeId }) =>
  hasOnLoan(patron, volumeId) ? 'already-borrowed' : undefined;

const oneHoldOfAVolume: Policy<'already-waiting'> = (_, { shelf, memberId }) =>
  [...shelf.waiting, ...shelf.offers].some((hold) => hold.memberId === memberId) ? 'already-waiting' : undefined;

const onlyWhenNoCopyIsFree: Policy<'copy-available'> = (_, { shelf }) =>
  copiesToTake(shelf).length > 0 ? 'copy-available' : undefined;

const fewHoldsAtOnce: Policy<'too-many-holds'> = (_, { waiting }) =>
  waiting >= MOST_WAITING_HOLDS ? 'too-many-holds' : undefined;

/** Asked in this order; the first refusal is the one the member hears. */
export const holdPolicies = [
  theVolumeIsKnown,
  overdueLoansComeFirst,
  theCardIsActive,
  notOnLoanToOneself,
  oneHoldOfAVolume,
  onlyWhenNoCopyIsFree,
  fewHoldsAtOnce,
] as const;
export type HoldRefusal = NonNullable<ReturnType<(typeof holdPolicies)[number]>>;
