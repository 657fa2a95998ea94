import type { RowProjection } from '../../../platform/projection.ts';

/** One row per loan, in the partition of its member; loan ids grow with time, so the newest comes last. */
export const records: RowProjection<'records'> = {
  listener: 'records',
  keyOf: ({ data: { memberId, loanId } }) => ({ pk: memberId, sk: loanId }),
  evolve: (row, event) => {
    switch (event.type) {
      case 'lending.loan-opened': {
        const { memberId, loanId, borrowedOn, dueOn, items } = event.data;
        return { memberId, loanId, borrowedOn, dueOn, items, status: 'open' };
      }
      case 'lending.loan-renewed':
        return { ...row, dueOn: event.data.dueOn };
      case 'lending.loan-copy-lost': {
        const { lostOn, ended } = event.data;
        return ended ? { ...row, status: 'returned', returnedOn: lostOn, ...ended } : { ...row };
      }
      case 'lending.loan-became-overdue':
        return { ...row, status: 'overdue' };
      case 'lending.loan-returned': {
        const { returnedOn, daysLate, lateFee } = event.data;
        return { ...row, status: 'returned', returnedOn, daysLate, lateFee };
      }
    }
  },
};
