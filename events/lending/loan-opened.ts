import * as z from 'zod';
import { BusinessDay } from '../business-day.ts';
import { contract, type EventOf } from '../contract.ts';
import { CardId, LoanId, MemberId } from '../ids.ts';
import { LoanItem } from './loan-item.ts';

/** A member borrowed one or more copies, due on one day. */
export const LoanOpened = contract(
  'lending.loan-opened',
  1,
  z.object({
    loanId: LoanId,
    memberId: MemberId,
    cardId: CardId,
    borrowedOn: BusinessDay,
    dueOn: BusinessDay,
    items: z.array(LoanItem),
  }),
  { category: 'loan' },
);
export type LoanOpened = EventOf<typeof LoanOpened>;
