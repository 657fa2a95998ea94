import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CommentId, MemberId, VolumeId } from '../ids.ts';
import { Rating } from './rating.ts';

/** A member said something about a volume, for everybody to read. The words stay when their author leaves; the name does not. */
export const CommentPosted = contract(
  'comments.comment-posted',
  1,
  z.object({
    commentId: CommentId,
    volumeId: VolumeId,
    memberId: MemberId,
    text: z.string(),
    rating: Rating.optional(),
    postedAt: z.iso.datetime(),
  }),
  { category: 'comment' },
);
export type CommentPosted = EventOf<typeof CommentPosted>;
