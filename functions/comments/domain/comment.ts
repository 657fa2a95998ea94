import type { CommentDeleted } from '../../../events/comments/comment-deleted.ts';
import type { CommentEdited } from '../../../events/comments/comment-edited.ts';
import type { CommentPosted } from '../../../events/comments/comment-posted.ts';
import type { Rating } from '../../../events/comments/rating.ts';
import type { CommentId, MemberId, VolumeId } from '../../../events/ids.ts';
import type { Aggregate } from '../../platform/decider.ts';

export type Comment = { status: 'unknown' } | { status: 'deleted' } | PostedComment;
export interface PostedComment {
  status: 'posted';
  commentId: CommentId;
  volumeId: VolumeId;
  /** Its author. */
  memberId: MemberId;
  text: string;
  /** Undefined when its author gave none. */
  rating: Rating | undefined;
  postedAt: string;
  /** Undefined while it stands as it was posted. */
  editedAt: string | undefined;
}
export type CommentEvent = CommentPosted | CommentEdited | CommentDeleted;

export const comment: Aggregate<Comment, CommentEvent> = {
  initialState: { status: 'unknown' },
  evolve: (state, event) => {
    switch (event.type) {
      case 'comments.comment-posted':
        return { rating: undefined, ...event.data, status: 'posted', editedAt: undefined };
      case 'comments.comment-edited': {
        const { text, rating, editedAt } = event.data;
        return state.status === 'posted' ? { ...state, text, rating, editedAt } : state;
      }
      case 'comments.comment-deleted':
        return { status: 'deleted' };
    }
  },
};
