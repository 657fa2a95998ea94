import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { SeriesId, VolumeId } from '../ids.ts';

/** A series has one volume more: told with the volume itself, so that a series always knows which volumes are its own. */
export const SeriesGrew = contract('catalogue.series-grew', 1, z.object({ seriesId: SeriesId, volumeId: VolumeId }), {
  category: 'series',
});
export type SeriesGrew = EventOf<typeof SeriesGrew>;
