import * as z from 'zod';
import { BusinessDay } from '../../../../events/business-day.ts';
import { LoanId, MemberId } from '../../../../events/ids.ts';
import { LoanItem } from '../../../../events/lending/loan-item.ts';
import { Money } from '../../../../events/money.ts';

/** One loan in its member's history, with titles and covers as they were on the day of borrowing. */
export const RecordRow = z.object({
  memberId: MemberId,
  loanId: LoanId,
  borrowedOn: BusinessDay,
  dueOn: BusinessDay,
  items: z.array(LoanItem),
  status: z.enum(['open', 'overdue', 'returned']),
  returnedOn: BusinessDay.optional(),
  daysLate: z.number().int().optional(),
  lateFee: Money.optional(),
});
export type RecordRow = z.infer<typeof RecordRow>;

export const RecordStatus = RecordRow.shape.status;
export type RecordStatus = z.infer<typeof RecordStatus>;
