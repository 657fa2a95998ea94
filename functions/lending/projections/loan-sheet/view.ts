import * as z from 'zod';
import { BusinessDay } from '../../../../events/business-day.ts';
import { CardId, LoanId, MemberId } from '../../../../events/ids.ts';
import { LoanItem } from '../../../../events/lending/loan-item.ts';
import { Money } from '../../../../events/money.ts';

/** One loan as its member and the desk see it. `openDueOn` is there only while it is open: the overdue sweep reads it. */
export const LoanRow = z.object({
  loanId: LoanId,
  memberId: MemberId,
  cardId: CardId,
  borrowedOn: BusinessDay,
  dueOn: BusinessDay,
  items: z.array(LoanItem),
  status: z.enum(['open', 'overdue', 'returned']),
  returnedOn: BusinessDay.optional(),
  daysLate: z.number().int().optional(),
  lateFee: Money.optional(),
});
export type LoanRow = z.infer<typeof LoanRow>;

/** The index of open loans by the day they are due. */
export const OPEN_BY_DUE_DAY = 'open-by-due-day';
export const OPEN = 'open';
