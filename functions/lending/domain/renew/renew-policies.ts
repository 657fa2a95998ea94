import type { BusinessDay } from '../../../../events/business-day.ts';
import type { OpenLoan, ReturnedLoan } from '../loan/loan.ts';
import type { ShelfOf } from '../shelf.ts';

/** Everything a renewal is decided on. */
export interface Renewing {
  loan: OpenLoan | ReturnedLoan;
  /** Those of the volumes on loan. */
  shelves: readonly ShelfOf[];
}
type Policy<Reason extends string> = (today: BusinessDay, renewing: Renewing) => Reason | undefined;

const onlyOpenLoans: Policy<'already-returned'> = (_, { loan }) =>
  loan.status === 'returned' ? 'already-returned' : undefined;

const onlyInTime: Policy<'overdue-loan'> = (today, { loan }) => (loan.dueOn < today ? 'overdue-loan' : undefined);

const onlyOnce: Policy<'renewed-before'> = (_, { loan }) =>
  loan.status === 'open' && loan.isRenewed ? 'renewed-before' : undefined;

const onlyWhenNobodyWaits: Policy<'volume-wanted'> = (_, { shelves }) =>
  shelves.some(({ shelf }) => shelf.waiting.length > 0) ? 'volume-wanted' : undefined;

/** Asked in this order; the first refusal is the one the member hears. */
export const renewPolicies = [onlyOpenLoans, onlyInTime, onlyOnce, onlyWhenNobodyWaits] as const;
export type RenewRefusal = NonNullable<ReturnType<(typeof renewPolicies)[number]>>;
