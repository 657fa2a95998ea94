import * as z from 'zod';
import { BusinessDay } from '../business-day.ts';
import { contract, type EventOf } from '../contract.ts';
import { CopyId, LoanId, MemberId, VolumeId } from '../ids.ts';
import { Money } from '../money.ts';

/** A lent copy will not come back. With the last copy that was still out the loan ends, on the day the loss was recorded. */
export const LoanCopyLost = contract(
  'lending.loan-copy-lost',
  1,
  z.object({
    loanId: LoanId,
    memberId: MemberId,
    volumeId: VolumeId,
    copyId: CopyId,
    lostOn: BusinessDay,
    /** What the end of the loan costs, late days as ever; null while other copies are still out. */
    ended: z.object({ daysLate: z.number().int(), lateFee: Money }).nullable(),
  }),
  { category: 'loan' },
);
export type LoanCopyLost = EventOf<typeof LoanCopyLost>;
