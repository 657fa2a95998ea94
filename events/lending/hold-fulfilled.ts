import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CopyId, HoldId, LoanId, MemberId, VolumeId } from '../ids.ts';

/** The copy that was put aside left with its member; told in the commit that lends it. */
export const HoldFulfilled = contract(
  'lending.hold-fulfilled',
  1,
  z.object({
    holdId: HoldId,
    memberId: MemberId,
    volumeId: VolumeId,
    copyId: CopyId,
    loanId: LoanId,
    fulfilledAt: z.iso.datetime(),
  }),
  { category: 'shelf' },
);
export type HoldFulfilled = EventOf<typeof HoldFulfilled>;
