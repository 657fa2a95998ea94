import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CommentId, MemberId, VolumeId } from '../ids.ts';

/** A comment was taken away for good, by its author or by a librarian; `memberId` is the author. */
export const CommentDeleted = contract(
  'comments.comment-deleted',
  1,
  z.object({ commentId: CommentId, volumeId: VolumeId, memberId: MemberId, deletedAt: z.iso.datetime() }),
  { category: 'comment' },
);
export type CommentDeleted = EventOf<typeof CommentDeleted>;
