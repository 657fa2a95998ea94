import type { BusinessDay } from '../../../../events/business-day.ts';
import type { LoanId, MemberId } from '../../../../events/ids.ts';
import type { LoanBecameOverdue } from '../../../../events/lending/loan-became-overdue.ts';
import type { LoanCopyLost } from '../../../../events/lending/loan-copy-lost.ts';
import type { LoanDueSoon } from '../../../../events/lending/loan-due-soon.ts';
import type { LoanItem } from '../../../../events/lending/loan-item.ts';
import type { LoanOpened } from '../../../../events/lending/loan-opened.ts';
import type { LoanRenewed } from '../../../../events/lending/loan-renewed.ts';
import type { LoanReturned } from '../../../../events/lending/loan-returned.ts';
import type { Aggregate } from '../../../platform/decider.ts';

export type Loan = { status: 'unknown' } | OpenLoan | ReturnedLoan;

interface Lent {
  loanId: LoanId;
  memberId: MemberId;
  borrowedOn: BusinessDay;
  dueOn: BusinessDay;
  /** What is still out, and after the return what came back: lost copies are not among them. */
  items: readonly LoanItem[];
}
export interface OpenLoan extends Lent {
  status: 'open';
  isRenewed: boolean;
  /** Whether everybody has been told that it is due soon. */
  dueSoonNoticed: boolean;
  /** Whether everybody has been told that it is overdue. */
  overdueNoticed: boolean;
}
export interface ReturnedLoan extends Lent {
  status: 'returned';
}
export type LoanEvent = LoanOpened | LoanRenewed | LoanDueSoon | LoanBecameOverdue | LoanCopyLost | LoanReturned;

export const loan: Aggregate<Loan, LoanEvent> = {
  initialState: { status: 'unknown' },
  evolve: (state, event) => {
    if (event.type === 'lending.loan-opened') {
      const { loanId, memberId, borrowedOn, dueOn, items } = event.data;
      const notYet = { isRenewed: false, dueSoonNoticed: false, overdueNoticed: false };
      return { status: 'open', ...notYet, loanId, memberId, borrowedOn, dueOn, items };
    }
    if (state.status !== 'open') return state;
    switch (event.type) {
      case 'lending.loan-renewed':
        return { ...state, isRenewed: true, dueOn: event.data.dueOn };
      case 'lending.loan-due-soon':
        return { ...state, dueSoonNoticed: true };
      case 'lending.loan-became-overdue':
        return { ...state, overdueNoticed: true };
      case 'lending.loan-copy-lost': {
        const rest = { ...state, items: state.items.filter(({ copyId }) => copyId !== event.data.copyId) };
        return event.data.ended ? over(rest) : rest;
      }
      case 'lending.loan-returned':
        return over(state);
      default:
        return state;
    }
  },
};

const over = ({ loanId, memberId, borrowedOn, dueOn, items }: OpenLoan): ReturnedLoan => ({
  status: 'returned',
  loanId,
  memberId,
  borrowedOn,
  dueOn,
  items,
});
