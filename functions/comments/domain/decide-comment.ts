import type { CommentDeleted } from '../../../events/comments/comment-deleted.ts';
import type { CommentEdited } from '../../../events/comments/comment-edited.ts';
import type { CommentPosted } from '../../../events/comments/comment-posted.ts';
import type { Rating } from '../../../events/comments/rating.ts';
import type { MemberId } from '../../../events/ids.ts';
import { accept, type Decision, reject } from '../../platform/decider.ts';
import type { Comment } from './comment.ts';
import type { Volume } from './volume.ts';

/** A member comments on a volume of the catalogue, as often as they like. */
export const decidePost = (
  data: CommentPosted['data'],
  volume: Volume,
): Decision<readonly [CommentPosted], 'not-found'> =>
  volume.isListed ? accept([{ type: 'comments.comment-posted', data }]) : reject('not-found');

/** What an author changes: only what is named; `rating: null` takes the rating back. */
export interface Edit {
  by: MemberId;
  text: string | undefined;
  rating: Rating | null | undefined;
  editedAt: string;
}

/** Authors change their own words, and nobody else's; no change says nothing. */
export const decideEdit = (
  { by, text, rating, editedAt }: Edit,
  comment: Comment,
): Decision<readonly CommentEdited[], 'not-found' | 'forbidden'> => {
  if (comment.status !== 'posted') return reject('not-found');
  if (comment.memberId !== by) return reject('forbidden');
  const next = { text: text ?? comment.text, rating: rating === undefined ? comment.rating : (rating ?? undefined) };
  if (next.text === comment.text && next.rating === comment.rating) return accept([]);
  const { commentId, volumeId, memberId } = comment;
  const rated = next.rating === undefined ? {} : { rating: next.rating };
  const data = { commentId, volumeId, memberId, text: next.text, ...rated, editedAt };
  return accept([{ type: 'comments.comment-edited', data }]);
};

/** Authors delete their own comments, staff any. */
export const decideDelete = (
  { by, isStaff, deletedAt }: { by: MemberId; isStaff: boolean; deletedAt: string },
  comment: Comment,
): Decision<readonly [CommentDeleted], 'not-found' | 'forbidden'> => {
  if (comment.status !== 'posted') return reject('not-found');
  const { commentId, volumeId, memberId } = comment;
  if (memberId !== by && !isStaff) return reject('forbidden');
  return accept([{ type: 'comments.comment-deleted', data: { commentId, volumeId, memberId, deletedAt } }]);
};
