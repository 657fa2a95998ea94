import type { LoanRecord, LoanState } from './api/list-records.ts';

/** The state the server names, else what the record itself tells. */
export const stateOfLoan = ({ status, returnedOn, daysLate }: LoanRecord): LoanState => {
  if (status !== undefined) return status;
  if (returnedOn) return 'returned';
  return daysLate ? 'overdue' : 'open';
};
