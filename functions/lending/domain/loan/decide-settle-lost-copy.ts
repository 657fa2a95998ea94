import { dayOf } from '../../../../events/business-day.ts';
import type { CopyId } from '../../../../events/ids.ts';
import type { LoanCopyLost } from '../../../../events/lending/loan-copy-lost.ts';
import type { PatronBroughtBack } from '../../../../events/lending/patron-brought-back.ts';
import type { PatronCopyLost } from '../../../../events/lending/patron-copy-lost.ts';
import { accept, type Decision } from '../../../platform/decider.ts';
import { daysLateOn, lateFeeOn } from '../due-date.ts';
import type { Loan } from './loan.ts';

/** What a lost copy writes; nothing when the loan has ended without it before. */
export interface LostCopyEvents {
  loan: readonly LoanCopyLost[];
  patron: readonly (PatronCopyLost | PatronBroughtBack)[];
}

/** The loan goes on without a copy that will not come back, and ends with its last one. */
export const decideSettleLostCopy = (
  { copyId, now }: { copyId: CopyId; now: Date },
  loan: Loan,
): Decision<LostCopyEvents, never> => {
  const lost = loan.status === 'open' ? loan.items.find((item) => item.copyId === copyId) : undefined;
  if (loan.status !== 'open' || !lost) return accept({ loan: [], patron: [] });
  const { loanId, memberId, dueOn, items } = loan;
  const { volumeId } = lost;
  const lostOn = dayOf(now);
  const isLast = items.length === 1;
  const ended = isLast ? { daysLate: daysLateOn(lostOn, dueOn), lateFee: lateFeeOn(lostOn, dueOn) } : null;
  return accept({
    loan: [{ type: 'lending.loan-copy-lost', data: { loanId, memberId, volumeId, copyId, lostOn, ended } }],
    patron: isLast
      ? [{ type: 'lending.patron-brought-back', data: { memberId, loanId } }]
      : [{ type: 'lending.patron-copy-lost', data: { memberId, loanId, volumeId } }],
  });
};
