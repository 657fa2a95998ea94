import { RankRow } from './view.ts';

/** The top of a ranking as it is shown: ties share a rank (1, 1, 3). `rows` come in the order of their places. */
export const ranked = (rows: readonly unknown[]) => {
  const counted = rows.map((row) => RankRow.parse(row));
  return counted.map(({ volumeId, seriesId, title, number, coverUrl = null, borrowCount }) => ({
    rank: counted.findIndex((other) => other.borrowCount === borrowCount) + 1,
    volumeId,
    seriesId,
    title,
    number,
    coverUrl,
    borrowCount,
  }));
};
