import * as z from 'zod';
import { CoverUrl } from '../catalogue/cover-url.ts';
import { CopyId, SeriesId, VolumeId } from '../ids.ts';

/** One lent copy, with its volume as the catalogue described it on that day: history keeps the titles as they were. */
export const LoanItem = z.object({
  volumeId: VolumeId,
  copyId: CopyId,
  seriesId: SeriesId,
  title: z.string(),
  subtitle: z.string().optional(),
  number: z.number().int(),
  coverUrl: CoverUrl.optional(),
});
export type LoanItem = z.infer<typeof LoanItem>;
