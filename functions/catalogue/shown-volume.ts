import * as z from 'zod';
import { CoverUrl } from '../../events/catalogue/cover-url.ts';
import { SeriesId, VolumeId } from '../../events/ids.ts';

/** A volume as everybody sees it. How many copies it began with belongs to inventory. */
export const ShownVolume = z.object({
  volumeId: VolumeId,
  seriesId: SeriesId,
  title: z.string(),
  subtitle: z.string().optional(),
  number: z.number().int(),
  totalPages: z.number().int().optional(),
  summary: z.string().optional(),
  coverUrl: CoverUrl.optional(),
  publishedOn: z.iso.date(),
});
export type ShownVolume = z.infer<typeof ShownVolume>;
