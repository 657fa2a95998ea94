import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { SeriesId, VolumeId } from '../ids.ts';

/** A volume of a series that stays was withdrawn. */
export const SeriesShrank = contract(
  'catalogue.series-shrank',
  1,
  z.object({ seriesId: SeriesId, volumeId: VolumeId }),
  { category: 'series' },
);
export type SeriesShrank = EventOf<typeof SeriesShrank>;
