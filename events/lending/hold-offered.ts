import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CopyId, HoldId, MemberId, VolumeId } from '../ids.ts';

/** A copy is put aside for the first in the queue, until `readyUntil` (the offer + 3 x 24 h). */
export const HoldOffered = contract(
  'lending.hold-offered',
  1,
  z.object({
    holdId: HoldId,
    memberId: MemberId,
    volumeId: VolumeId,
    /** The title as the catalogue had it when the hold was placed. */
    title: z.string(),
    copyId: CopyId,
    offeredAt: z.iso.datetime(),
    readyUntil: z.iso.datetime(),
  }),
  { category: 'shelf' },
);
export type HoldOffered = EventOf<typeof HoldOffered>;
