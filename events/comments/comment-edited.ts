import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CommentId, MemberId, VolumeId } from '../ids.ts';
import { Rating } from './rating.ts';

/** Its author changed a comment: text and rating as they are now; without `rating` there is none any more. */
export const CommentEdited = contract(
  'comments.comment-edited',
  1,
  z.object({
    commentId: CommentId,
    volumeId: VolumeId,
    memberId: MemberId,
    text: z.string(),
    rating: Rating.optional(),
    editedAt: z.iso.datetime(),
  }),
  { category: 'comment' },
);
export type CommentEdited = EventOf<typeof CommentEdited>;
