import * as z from 'zod';
import { avatarUrlOf } from '../../events/accounts/avatar-url.ts';
import { Rating } from '../../events/comments/rating.ts';
import { CommentId, MemberId, VolumeId } from '../../events/ids.ts';

/** Who wrote a comment; all null for a member who has left. */
export const Author = z.object({
  id: MemberId.nullable(),
  name: z.string().nullable(),
  avatarUrl: z.string().nullable(),
});
export type Author = z.infer<typeof Author>;

export const ShownComment = z.object({
  commentId: CommentId,
  volumeId: VolumeId,
  author: Author,
  text: z.string(),
  rating: Rating.optional(),
  postedAt: z.iso.datetime(),
  editedAt: z.iso.datetime().optional(),
});
export type ShownComment = z.infer<typeof ShownComment>;

/** What is kept of a comment; who wrote it is looked up when it is shown. */
export const CommentFacts = ShownComment.omit({ author: true }).extend({ memberId: MemberId });
export type CommentFacts = z.infer<typeof CommentFacts>;

/** An author by name; undefined is the name of nobody who is still here. */
export const authorOf = (memberId: MemberId, name: string | undefined): Author =>
  name === undefined
    ? { id: null, name: null, avatarUrl: null }
    : { id: memberId, name, avatarUrl: avatarUrlOf(memberId) };

/** A comment with its author, as everybody sees it. */
export const shownComment = ({ memberId, ...facts }: CommentFacts, name: string | undefined): ShownComment => ({
  ...facts,
  author: authorOf(memberId, name),
});
