import { dayOf } from '../../../../events/business-day.ts';
import type { CopyBroughtBack } from '../../../../events/lending/copy-brought-back.ts';
import type { LoanReturned } from '../../../../events/lending/loan-returned.ts';
import type { PatronBroughtBack } from '../../../../events/lending/patron-brought-back.ts';
import { accept, type Decision, reject } from '../../../platform/decider.ts';
import { daysLateOn, lateFeeOn } from '../due-date.ts';
import type { OpenLoan, ReturnedLoan } from '../loan/loan.ts';

export interface GiveBackEvents {
  loan: readonly [LoanReturned];
  patron: readonly [PatronBroughtBack];
  /** One for each item of the loan, in its order. */
  shelves: readonly (readonly [CopyBroughtBack])[];
}

/** All copies of a loan come back at once; the late fee follows from the day. */
export const decideGiveBack = (
  { now }: { now: Date },
  loan: OpenLoan | ReturnedLoan,
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
    shelves: items.map(({ volumeId, copyId }) => [
      { type: 'lending.copy-brought-back', data: { volumeId, copyId, loanId } },
    ]),
  });
};
