import type * as z from 'zod';
import { RankedVolume } from '../../../../events/views/ranking.ts';
import type { ShownRank } from './shown-rank.ts';

/** The top of a ranking as it is shown: ties share a rank (1, 1, 3). `rows` come in the order of their places. */
export const ranked = (rows: readonly unknown[]): z.infer<typeof ShownRank>[] => {
  const counted = rows.map((row) => RankedVolume.parse(row));
  return counted.map(({ coverUrl = null, ...volume }) => ({
    rank: counted.findIndex((other) => other.borrowCount === volume.borrowCount) + 1,
    ...volume,
    coverUrl,
  }));
};
