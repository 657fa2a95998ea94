import * as z from 'zod';
import { BusinessDay } from '../business-day.ts';
import { contract, type EventOf } from '../contract.ts';
import { LoanId, MemberId } from '../ids.ts';
import { LoanItem } from './loan-item.ts';

/** The due date passed and the loan is still open; told once, on the first late day. */
export const LoanBecameOverdue = contract(
  'lending.loan-became-overdue',
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
export type LoanBecameOverdue = EventOf<typeof LoanBecameOverdue>;
