import * as z from 'zod';
import { BusinessDay } from '../business-day.ts';
import { contract, type EventOf } from '../contract.ts';
import { LoanId, MemberId } from '../ids.ts';
import { LoanItem } from './loan-item.ts';

/** Two days before it is due, the loan is still open. Told once per loan, by the renewed date if there is one. */
export const LoanDueSoon = contract(
  'lending.loan-due-soon',
  1,
  z.object({
    loanId: LoanId,
    memberId: MemberId,
    dueOn: BusinessDay,
    noticedOn: BusinessDay,
    items: z.array(LoanItem),
  }),
  { category: 'loan' },
);
export type LoanDueSoon = EventOf<typeof LoanDueSoon>;
