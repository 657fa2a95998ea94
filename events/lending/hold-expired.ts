import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CopyId, HoldId, MemberId, VolumeId } from '../ids.ts';

/** A copy was put aside and nobody came for it in time; the copy is free again. */
export const HoldExpired = contract(
  'lending.hold-expired',
  1,
  z.object({
    holdId: HoldId,
    memberId: MemberId,
    volumeId: VolumeId,
    copyId: CopyId,
    /** When the offer ended, which may be earlier than anybody noticed. */
    expiredAt: z.iso.datetime(),
  }),
  { category: 'shelf' },
);
export type HoldExpired = EventOf<typeof HoldExpired>;
