import * as z from 'zod';
import { CoverUrl } from '../../../../events/catalogue/cover-url.ts';
import { SeriesId } from '../../../../events/ids.ts';
import { Summary, Title, TotalPages, VolumeNumber } from '../../written-words.ts';

/** `POST /api/volumes` */
export const CreateVolumeRequest = z.strictObject({
  seriesId: SeriesId,
  title: Title,
  subtitle: Title.optional(),
  number: VolumeNumber,
  totalPages: TotalPages.optional(),
  summary: Summary.optional(),
  coverUrl: CoverUrl.optional(),
  publishedOn: z.iso.date(),
  initialCopies: z.number().int().min(0).max(100),
});
export type CreateVolumeRequest = z.infer<typeof CreateVolumeRequest>;
