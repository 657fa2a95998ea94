import * as z from 'zod';
import { BusinessDay } from '../business-day.ts';
import { contract, type EventOf } from '../contract.ts';
import { LoanId, MemberId } from '../ids.ts';
import { Money } from '../money.ts';
import { LoanItem } from './loan-item.ts';

/** All copies of a loan came back. `daysLate` counts calendar days after the due date; the fee only the open ones. */
export const LoanReturned = contract(
  'lending.loan-returned',
  1,
  z.object({
    loanId: LoanId,
    memberId: MemberId,
    returnedOn: BusinessDay,
    daysLate: z.number().int(),
    lateFee: Money,
    items: z.array(LoanItem),
  }),
  { category: 'loan' },
);
export type LoanReturned = EventOf<typeof LoanReturned>;
