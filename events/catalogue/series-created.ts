import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { SeriesId } from '../ids.ts';
import { CoverUrl } from './cover-url.ts';

/** A series entered the catalogue. `titleEn` is its title for readers of English; dates are calendar days of publication. */
export const SeriesCreated = contract(
  'catalogue.series-created',
  1,
  z.object({
    seriesId: SeriesId,
    title: z.string(),
    titleEn: z.string().optional(),
    author: z.string(),
    illustrator: z.string().optional(),
    genre: z.string(),
    publisher: z.string(),
    coverUrl: CoverUrl.optional(),
    firstPublishedOn: z.iso.date(),
    lastPublishedOn: z.iso.date().optional(),
  }),
  { category: 'series' },
);
export type SeriesCreated = EventOf<typeof SeriesCreated>;
