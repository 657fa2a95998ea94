import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { HoldId, MemberId, VolumeId } from '../ids.ts';

/**
 * A member waits for one volume more. Written to the patron, so that two wishes at once cannot pass the limit. How a hold
 * goes on is told on its shelf alone; holds that were found there to have ended leave the patron's list with the next one.
 */
export const PatronPlacedHold = contract(
  'lending.patron-placed-hold',
  1,
  z.object({ memberId: MemberId, holdId: HoldId, volumeId: VolumeId, ended: z.array(HoldId) }),
  { category: 'patron' },
);
export type PatronPlacedHold = EventOf<typeof PatronPlacedHold>;
