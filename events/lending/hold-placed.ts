import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { HoldId, MemberId, VolumeId } from '../ids.ts';

/** A member waits for a copy of a volume, behind all who wait already. */
export const HoldPlaced = contract(
  'lending.hold-placed',
  1,
  z.object({
    holdId: HoldId,
    memberId: MemberId,
    volumeId: VolumeId,
    /** The title as the catalogue had it then. */
    title: z.string(),
    /** Its place in the order of coming among all holds there ever were of the volume, from 1. */
    place: z.number().int().positive(),
    placedAt: z.iso.datetime(),
  }),
  { category: 'shelf' },
);
export type HoldPlaced = EventOf<typeof HoldPlaced>;
