import * as z from 'zod';
import { Day } from '../../lib/contract-values.ts';

/** A series as the catalogue answers it. */
export const Series = z.object({
  seriesId: z.string(),
  title: z.string(),
  titleEn: z.string().nullish(),
  author: z.string(),
  illustrator: z.string().nullish(),
  genre: z.string(),
  publisher: z.string(),
  coverUrl: z.string().nullish(),
  firstPublishedOn: Day,
  lastPublishedOn: Day.nullish(),
  volumeCount: z.number().default(0),
});
export type Series = z.infer<typeof Series>;

/** A volume as the catalogue answers it. */
export const Volume = z.object({
  volumeId: z.string(),
  seriesId: z.string(),
  title: z.string(),
  subtitle: z.string().nullish(),
  number: z.number(),
  totalPages: z.number().nullish(),
  summary: z.string().nullish(),
  coverUrl: z.string().nullish(),
  publishedOn: Day,
});
export type Volume = z.infer<typeof Volume>;

/** Whether the title ends with the number already, as those of most volumes do. */
export const tellsItsNumber = ({ title, number }: Pick<Volume, 'title' | 'number'>): boolean =>
  title.match(/(\d+)\D?$/)?.[1] === String(number);
