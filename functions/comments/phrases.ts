import type { Rating } from '../../events/comments/rating.ts';
import { CommentId, MemberId, VolumeId } from '../../events/ids.ts';
import type { CommentEvent } from './domain/comment.ts';

/** Words of the comment tests. */
export const aki = MemberId.parse('aki');
export const ben = MemberId.parse('ben');
export const moon = VolumeId.parse('moon');

interface Said {
  id?: string;
  by?: MemberId;
  at?: string;
  text?: string;
  rating?: Rating | undefined;
}
const facts = ({ id = 'c1', by = aki, text = 'words', rating }: Said) => ({
  commentId: CommentId.parse(id),
  volumeId: moon,
  memberId: by,
  text,
  ...(rating !== undefined && { rating }),
});
const FIRST = '2026-05-01T00:00:00.000Z';
export const LATER = '2026-05-02T00:00:00.000Z';

export const posted = (said: Said = {}): CommentEvent => ({
  type: 'comments.comment-posted',
  data: { ...facts(said), postedAt: said.at ?? FIRST },
});
export const edited = (said: Said = {}): CommentEvent => ({
  type: 'comments.comment-edited',
  data: { ...facts(said), editedAt: said.at ?? LATER },
});
export const deleted = ({ id = 'c1', by = aki, at = LATER }: Said = {}): CommentEvent => ({
  type: 'comments.comment-deleted',
  data: { commentId: CommentId.parse(id), volumeId: moon, memberId: by, deletedAt: at },
});
