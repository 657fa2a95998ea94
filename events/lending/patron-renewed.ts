import * as z from 'zod';
import { BusinessDay } from '../business-day.ts';
import { contract, type EventOf } from '../contract.ts';
import { LoanId, MemberId } from '../ids.ts';

/** One of a member's loans is due later; overdue days are counted from the new day. */
export const PatronRenewed = contract(
  'lending.patron-renewed',
  1,
  z.object({ memberId: MemberId, loanId: LoanId, dueOn: BusinessDay }),
  { category: 'patron' },
);
export type PatronRenewed = EventOf<typeof PatronRenewed>;
