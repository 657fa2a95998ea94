import * as z from 'zod';
import type { BusinessDay } from '../business-day.ts';
import { SeriesId, VolumeId } from '../ids.ts';

/** What the ranking's read model says to whoever reads it: a volume in a bucket of loans, most borrowed first. */
export const RankedVolume = z.object({
  volumeId: VolumeId,
  seriesId: SeriesId,
  title: z.string(),
  number: z.number().int(),
  coverUrl: z.string().optional(),
  borrowCount: z.number().int().positive(),
});
export type RankedVolume = z.infer<typeof RankedVolume>;

/** Loans of one week, Monday to Sunday; of one calendar month; of all time. */
export const weekOf = (monday: BusinessDay): string => `week#${monday}`;
export const monthOf = (firstDay: BusinessDay): string => `month#${firstDay.slice(0, 7)}`;
export const ALL_TIME = 'all';

/** The top of a bucket as a read of the view `ranking`: withdrawn volumes are not in its index. */
export const topOf = (bucket: string, limit: number) => ({
  index: 'by-place',
  partition: ['bucket', bucket] as const,
  range: { attribute: 'place' },
  limit,
});
