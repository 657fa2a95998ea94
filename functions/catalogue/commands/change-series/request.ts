import * as z from 'zod';
import { CoverUrl } from '../../../../events/catalogue/cover-url.ts';
import { Name, Title } from '../../written-words.ts';

/** `PATCH /api/series/{seriesId}`: what is left out stays as it is, null takes away. */
export const ChangeSeriesRequest = z
  .strictObject({
    title: Title,
    titleEn: Title.nullable(),
    author: Name,
    illustrator: Name.nullable(),
    genre: Name,
    publisher: Name,
    coverUrl: CoverUrl.nullable(),
    firstPublishedOn: z.iso.date(),
    lastPublishedOn: z.iso.date().nullable(),
  })
  .partial();
export type ChangeSeriesRequest = z.infer<typeof ChangeSeriesRequest>;
