import * as z from 'zod';
import { RankedVolume } from '../../../../events/views/ranking.ts';

/**
 * How often a volume was borrowed in one bucket, and how it is described: as the loan told that was opened last, or, from a
 * change in the catalogue on, as the catalogue has it. A row may be there before the first loan is told.
 */
export const RankRow = RankedVolume.partial({ seriesId: true, title: true, number: true }).extend({
  bucket: z.string(),
  borrowCount: z.number().int().nonnegative(),
  /** When the loan was opened from which the description comes; absent when it comes from the catalogue. */
  describedAt: z.string().optional(),
  isListed: z.literal(true).optional(),
  isWithdrawn: z.literal(true).optional(),
  /** Sorts a bucket as its ranking is read; a row without it is not in the ranking. */
  place: z.string().optional(),
});
export type RankRow = z.infer<typeof RankRow>;

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
}: Pick<RankedVolume, 'borrowCount' | 'title' | 'volumeId'>): string =>
  [String(MOST - borrowCount).padStart(10, '0'), [...title].slice(0, TITLE_CODE_POINTS).join(''), volumeId].join(END);
