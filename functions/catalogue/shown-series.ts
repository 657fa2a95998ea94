import * as z from 'zod';
import { CoverUrl } from '../../events/catalogue/cover-url.ts';
import { SeriesId } from '../../events/ids.ts';

/** A series as everybody sees it. */
export const ShownSeries = z.object({
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
  volumeCount: z.number().int(),
});
export type ShownSeries = z.infer<typeof ShownSeries>;
