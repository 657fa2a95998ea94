import * as z from 'zod';
import { CoverUrl } from '../../../../events/catalogue/cover-url.ts';
import { Name, Title } from '../../written-words.ts';

/** `POST /api/series` */
export const CreateSeriesRequest = z
  .strictObject({
    title: Title,
    titleEn: Title.optional(),
    author: Name,
    illustrator: Name.optional(),
    genre: Name,
    publisher: Name,
    coverUrl: CoverUrl.optional(),
    firstPublishedOn: z.iso.date(),
    lastPublishedOn: z.iso.date().optional(),
  })
  .refine(({ firstPublishedOn, lastPublishedOn }) => !lastPublishedOn || lastPublishedOn >= firstPublishedOn, {
    path: ['lastPublishedOn'],
    message: 'must not be before firstPublishedOn',
  });
export type CreateSeriesRequest = z.infer<typeof CreateSeriesRequest>;
