import * as z from 'zod';
import { BusinessDay } from '../business-day.ts';
import { contract, type EventOf } from '../contract.ts';
import { LoanId, MemberId } from '../ids.ts';

/** A member keeps a loan longer; `dueOn` is the new day, `wasDueOn` the one before. */
export const LoanRenewed = contract(
  'lending.loan-renewed',
  1,
  z.object({ loanId: LoanId, memberId: MemberId, wasDueOn: BusinessDay, dueOn: BusinessDay }),
  { category: 'loan' },
);
export type LoanRenewed = EventOf<typeof LoanRenewed>;
