import type { BusinessDay } from '../../../../events/business-day.ts';
import type { LoanBecameOverdue } from '../../../../events/lending/loan-became-overdue.ts';
import { accept, type Decision } from '../../../platform/decider.ts';
import type { Loan } from './loan.ts';

/** Tells, once, that a loan is overdue; a loan that came back in time, or that was noticed before, says nothing. */
export const decideNoticeOverdue = (
  { day }: { day: BusinessDay },
  loan: Loan,
): Decision<readonly LoanBecameOverdue[], never> => {
  if (loan.status !== 'open' || loan.overdueNoticed || loan.dueOn >= day) return accept([]);
  const { loanId, memberId, dueOn, items } = loan;
  return accept([
    { type: 'lending.loan-became-overdue', data: { loanId, memberId, dueOn, noticedOn: day, items: [...items] } },
  ]);
};
