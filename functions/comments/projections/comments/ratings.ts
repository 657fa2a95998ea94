import type { Rating } from '../../../../events/comments/rating.ts';
import type { CommentId } from '../../../../events/ids.ts';
import type { Given, SummaryRow } from './view.ts';

/** What a member gave, after a comment got this rating, or lost its own (undefined). The same rating again keeps its moment. */
export const givenAfter = (given: Given, commentId: CommentId, rating: Rating | undefined, at: string): Given => {
  if (rating === given[commentId]?.rating) return given;
  const { [commentId]: _, ...others } = given;
  return rating === undefined ? others : { ...others, [commentId]: { rating, at } };
};

/** The rating that a member gave last: the one that counts. Of two of one moment the younger comment's. */
export const latestOf = (given: Given): Rating | undefined => {
  const [latest] = Object.entries(given).toSorted(
    ([commentA, a], [commentB, b]) => compare(b.at, a.at) || compare(commentB, commentA),
  );
  return latest?.[1].rating;
};
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** The summary after a member's rating became another one. */
export const summaryAfter = (summary: SummaryRow, before: Rating | undefined, now: Rating | undefined): SummaryRow => ({
  ...summary,
  raters: summary.raters + Number(now !== undefined) - Number(before !== undefined),
  sum: summary.sum + (now ?? 0) - (before ?? 0),
});

/** One decimal; null without ratings. */
export const averageOf = ({ raters, sum }: SummaryRow): number | null =>
  raters === 0 ? null : Math.round((sum * 10) / raters) / 10;
