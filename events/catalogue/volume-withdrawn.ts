import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { SeriesId, VolumeId } from '../ids.ts';

/** A volume left the catalogue; none of its copies was lent. History keeps it. */
export const VolumeWithdrawn = contract(
  'catalogue.volume-withdrawn',
  1,
  z.object({ volumeId: VolumeId, seriesId: SeriesId }),
  { category: 'volume', integration: true },
);
export type VolumeWithdrawn = EventOf<typeof VolumeWithdrawn>;
