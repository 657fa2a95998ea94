import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { SeriesId } from '../ids.ts';

/** A series left the catalogue. Each volume that it still had left in the same commit. */
export const SeriesWithdrawn = contract('catalogue.series-withdrawn', 1, z.object({ seriesId: SeriesId }), {
  category: 'series',
});
export type SeriesWithdrawn = EventOf<typeof SeriesWithdrawn>;
