import { addDays, type BusinessDay } from '../../../../events/business-day.ts';
import type { LoanDueSoon } from '../../../../events/lending/loan-due-soon.ts';
import { accept, type Decision } from '../../../platform/decider.ts';
import { REMINDER_DAYS } from '../due-date.ts';
import type { Loan } from './loan.ts';

/**
 * Reminds of a loan once, two days before it is due. When that day was skipped the reminder still comes as long as it helps:
 * up to the due date itself.
 */
export const decideNoticeDueSoon = (
  { day }: { day: BusinessDay },
  loan: Loan,
): Decision<readonly LoanDueSoon[], never> => {
  if (loan.status !== 'open' || loan.dueSoonNoticed) return accept([]);
  const { loanId, memberId, dueOn, items } = loan;
  if (dueOn < day || dueOn > addDays(day, REMINDER_DAYS)) return accept([]);
  return accept([
    { type: 'lending.loan-due-soon', data: { loanId, memberId, dueOn, noticedOn: day, items: [...items] } },
  ]);
};
