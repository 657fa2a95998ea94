import * as z from 'zod';
import { Rating } from '../../../../events/comments/rating.ts';
import { CommentId, type MemberId } from '../../../../events/ids.ts';
import { CommentFacts } from '../../shown-comment.ts';

/**
 * The rows of the view `comments`, all in the partition of their volume: `comment#<id>`, in the order of ids, which grow with
 * time; `rating#<memberId>`, all ratings a member gave the volume; `summary`. One event moves its rows in one transaction,
 * so that no reader counts a comment that is not there.
 */
export const commentKey = (volumeId: string, commentId: string) => ({ pk: volumeId, sk: `${COMMENT}${commentId}` });
export const ratingKey = (volumeId: string, memberId: MemberId) => ({ pk: volumeId, sk: `rating#${memberId}` });
export const summaryKey = (volumeId: string) => ({ pk: volumeId, sk: 'summary' });

const COMMENT = 'comment#';
/** The comments of a volume among its rows. */
export const COMMENTS = { attribute: 'sk', from: COMMENT, to: `${COMMENT}~` };

/** The index of a member's own comments, by their ids; a deleted one has lost its author and is not in it. */
export const OF_AUTHOR = 'of-author';

/** A comment; of a deleted one nothing is left but its place, because a row's guard must never begin again. */
export const CommentRow = z.union([
  CommentFacts.omit({ memberId: true }).extend({ author: CommentFacts.shape.memberId }),
  z.object({ isDeleted: z.literal(true) }),
]);
export type CommentRow = z.infer<typeof CommentRow>;

/** The facts in a row; undefined for the place of a deleted comment. */
export const factsIn = (row: unknown): CommentFacts | undefined => {
  const found = CommentRow.parse(row);
  if ('isDeleted' in found) return undefined;
  const { author, ...facts } = found;
  return { ...facts, memberId: author };
};

/** The ratings of one member for one volume by comment, each with the moment at which it was given. */
export const RatingRow = z.object({
  given: z.record(CommentId, z.object({ rating: Rating, at: z.string() })),
});
export type Given = z.infer<typeof RatingRow>['given'];

export const SummaryRow = z.object({
  comments: z.number().int().nonnegative(),
  /** Members whose latest rating counts, and the sum of these. */
  raters: z.number().int().nonnegative(),
  sum: z.number().int().nonnegative(),
});
export type SummaryRow = z.infer<typeof SummaryRow>;
