import * as z from 'zod';
import type { BusinessDay } from '../../../../events/business-day.ts';
import { SeriesId, VolumeId } from '../../../../events/ids.ts';

/** How often a volume was borrowed in one window (the `bucket`), and how it was described last. */
export const RankRow = z.object({
  bucket: z.string(),
  volumeId: VolumeId,
  seriesId: SeriesId,
  title: z.string(),
  number: z.number().int(),
  coverUrl: z.string().optional(),
  borrowCount: z.number().int().positive(),
  /** When the loan was opened from which the description comes. */
  describedAt: z.string(),
  /** Sorts a bucket as its ranking is read. */
  place: z.string(),
});
export type RankRow = z.infer<typeof RankRow>;

/** The index of a bucket in the order of its ranking. */
export const BY_PLACE = 'by-place';

/** Loans of one week, Monday to Sunday; of one calendar month; of all time. */
export const weekOf = (monday: BusinessDay): string => `week#${monday}`;
export const monthOf = (firstDay: BusinessDay): string => `month#${firstDay.slice(0, 7)}`;
export const ALL_TIME = 'all';

/** Above any count; its digits make the width of the counted part. */
const MOST = 9_999_999_999;
/** Below any character of a title, so that a title comes before its own continuations. */
const END = '\u0001';
/** A sort key has at most 1,024 bytes; code points have up to 4. */
const TITLE_CODE_POINTS = 200;

/** Most borrowed first, then titles by code point, then ids: one string, so that the top of a list is one query. */
export const placeOf = ({
  borrowCount,
  title,
  volumeId,
}: Pick<RankRow, 'borrowCount' | 'title' | 'volumeId'>): string =>
  [String(MOST - borrowCount).padStart(10, '0'), [...title].slice(0, TITLE_CODE_POINTS).join(''), volumeId].join(END);
