import type { RowProjection } from '../../../platform/projection.ts';
import type { Row } from '../../../platform/view-store/port.ts';
import { LoanRow, OPEN } from './view.ts';

/** One row per loan. */
export const loanSheet: RowProjection<'loan-sheet'> = {
  listener: 'loan-sheet',
  keyOf: ({ data: { loanId } }) => ({ pk: loanId, sk: 'loan' }),
  evolve: (row, event) => {
    switch (event.type) {
      case 'lending.loan-opened':
        return { ...event.data, status: 'open', openState: OPEN, openDueOn: event.data.dueOn };
      case 'lending.loan-became-overdue':
        return { ...closed(row), status: 'overdue' };
      case 'lending.loan-renewed': {
        const { dueOn } = event.data;
        return { ...row, dueOn, openDueOn: dueOn };
      }
      case 'lending.loan-copy-lost': {
        const { lostOn, ended } = event.data;
        return ended ? { ...closed(row), status: 'returned', returnedOn: lostOn, ...ended } : { ...row };
      }
      case 'lending.loan-returned': {
        const { returnedOn, daysLate, lateFee } = event.data;
        return { ...closed(row), status: 'returned', returnedOn, daysLate, lateFee };
      }
    }
  },
};

/** Leaves the index of open loans: an attribute that is absent is not indexed. */
const closed = (row: Row | undefined) => {
  const { openState: _, openDueOn: __, ...loan }: Readonly<Record<string, unknown>> = row ?? {};
  return loan;
};

/** What a row says to the outside. */
export const shownLoan = (row: unknown): LoanRow => LoanRow.parse(row);
