import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CopyId, HoldId, MemberId, VolumeId } from '../ids.ts';

/** Nobody waits with this hold any more: its member gave it up or left, or the volume was withdrawn. */
export const HoldCancelled = contract(
  'lending.hold-cancelled',
  1,
  z.object({
    holdId: HoldId,
    memberId: MemberId,
    volumeId: VolumeId,
    /** The copy that was put aside, which is free again; null for a hold that was still waiting. */
    copyId: CopyId.nullable(),
    because: z.enum(['given-up', 'member-left', 'volume-withdrawn']),
    cancelledAt: z.iso.datetime(),
  }),
  { category: 'shelf' },
);
export type HoldCancelled = EventOf<typeof HoldCancelled>;
