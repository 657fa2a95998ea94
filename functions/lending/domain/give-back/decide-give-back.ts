import { dayOf } from '../../../../events/business-day.ts';
import type { LoanReturned } from '../../../../events/lending/loan-returned.ts';
import type { PatronBroughtBack } from '../../../../events/lending/patron-brought-back.ts';
import { andThen, type ShelfEvent, shelfToday } from '../../../../events/shelf.ts';
import { accept, type Decision, reject } from '../../../platform/decider.ts';
import { daysLateOn, lateFeeOn } from '../due-date.ts';
import type { OpenLoan, ReturnedLoan } from '../loan/loan.ts';
import type { ShelfOf } from '../shelf.ts';

/** What a return writes: the loan, the member's sheet and each shelf, all or nothing. */
export interface GiveBackEvents {
  loan: readonly [LoanReturned];
  patron: readonly [PatronBroughtBack];
  /** One for each shelf that was asked for, in its order. */
  shelves: readonly (readonly ShelfEvent[])[];
}

interface GivingBack {
  loan: OpenLoan | ReturnedLoan;
  shelves: readonly ShelfOf[];
}

/**
 * All copies of a loan come back at once, and the late fee follows from the day. A copy that somebody waits for is put
 * aside in the same breath, so that it is never free in between.
 */
export const decideGiveBack = (
  { now }: { now: Date },
  { loan, shelves }: GivingBack,
): Decision<GiveBackEvents, 'already-returned'> => {
  if (loan.status === 'returned') return reject('already-returned');
  const { loanId, memberId, dueOn, items } = loan;
  const returnedOn = dayOf(now);
  const daysLate = daysLateOn(returnedOn, dueOn);
  const lateFee = lateFeeOn(returnedOn, dueOn);
  return accept({
    loan: [
      { type: 'lending.loan-returned', data: { loanId, memberId, returnedOn, daysLate, lateFee, items: [...items] } },
    ],
    patron: [{ type: 'lending.patron-brought-back', data: { memberId, loanId } }],
    shelves: shelves.map((one) => backOn(one, loan, now)),
  });
};

/** A copy that was recorded as lost meanwhile is not with this loan any more, and does not come back from it. */
const backOn = ({ volumeId, shelf }: ShelfOf, { loanId, items }: OpenLoan, now: Date): readonly ShelfEvent[] => {
  const back = items
    .filter(({ copyId }) => shelf.lent.get(copyId) === loanId)
    .map(({ copyId }): ShelfEvent => ({ type: 'lending.copy-brought-back', data: { volumeId, copyId, loanId } }));
  const at = { volumeId, now };
  return back.length === 0 ? [] : andThen(shelfToday(shelf, at), at, back).events;
};
