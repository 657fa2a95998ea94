import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CopyId, HoldId, MemberId, VolumeId } from '../ids.ts';

/** The copy that was put aside is gone (withdrawn or lost): its member waits again, before all who came later. */
export const HoldPutBack = contract(
  'lending.hold-put-back',
  1,
  z.object({
    holdId: HoldId,
    memberId: MemberId,
    volumeId: VolumeId,
    title: z.string(),
    place: z.number().int().positive(),
    /** The copy that was put aside until now. */
    copyId: CopyId,
  }),
  { category: 'shelf' },
);
export type HoldPutBack = EventOf<typeof HoldPutBack>;
