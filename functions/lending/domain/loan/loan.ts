import type { BusinessDay } from '../../../../events/business-day.ts';
import type { LoanId, MemberId } from '../../../../events/ids.ts';
import type { LoanBecameOverdue } from '../../../../events/lending/loan-became-overdue.ts';
import type { LoanItem } from '../../../../events/lending/loan-item.ts';
import type { LoanOpened } from '../../../../events/lending/loan-opened.ts';
import type { LoanReturned } from '../../../../events/lending/loan-returned.ts';
import type { Aggregate } from '../../../platform/decider.ts';

export type Loan = { status: 'unknown' } | OpenLoan | ReturnedLoan;

interface Lent {
  loanId: LoanId;
  memberId: MemberId;
  borrowedOn: BusinessDay;
  dueOn: BusinessDay;
  items: readonly LoanItem[];
}
export interface OpenLoan extends Lent {
  status: 'open';
  /** Whether everybody has been told that it is overdue. */
  overdueNoticed: boolean;
}
export interface ReturnedLoan extends Lent {
  status: 'returned';
}
export type LoanEvent = LoanOpened | LoanReturned | LoanBecameOverdue;

export const loan: Aggregate<Loan, LoanEvent> = {
  initialState: { status: 'unknown' },
  evolve: (state, event) => {
    if (event.type === 'lending.loan-opened') {
      const { loanId, memberId, borrowedOn, dueOn, items } = event.data;
      return { status: 'open', overdueNoticed: false, loanId, memberId, borrowedOn, dueOn, items };
    }
    if (state.status !== 'open') return state;
    switch (event.type) {
      case 'lending.loan-became-overdue':
        return { ...state, overdueNoticed: true };
      case 'lending.loan-returned': {
        const { overdueNoticed: _, ...lent } = state;
        return { ...lent, status: 'returned' };
      }
    }
  },
};
