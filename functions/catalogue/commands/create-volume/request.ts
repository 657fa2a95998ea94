import * as z from 'zod';
import { CoverUrl } from '../../../../events/catalogue/cover-url.ts';
import { SeriesId } from '../../../../events/ids.ts';
import { lineOfText, linesOfText } from '../../../platform/http/text.ts';

/** `POST /api/volumes` */
export const CreateVolumeRequest = z.strictObject({
  seriesId: SeriesId,
  title: lineOfText(200),
  subtitle: lineOfText(200).optional(),
  number: z.number().int().min(1).max(9999),
  totalPages: z.number().int().min(1).max(10_000).optional(),
  summary: linesOfText(2000).optional(),
  coverUrl: CoverUrl.optional(),
  publishedOn: z.iso.date(),
  initialCopies: z.number().int().min(0).max(100),
});
export type CreateVolumeRequest = z.infer<typeof CreateVolumeRequest>;
