import * as z from 'zod';
import { Rating } from '../../../../events/comments/rating.ts';
import { CommentId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { CommentText } from '../../comment-text.ts';
import { ShownComment } from '../../shown-comment.ts';

export const editCommentEndpoint = endpoint('PATCH /api/comments/{commentId}', {
  summary: 'Changes an own comment; `rating: null` takes the rating back',
  who: 'member',
  params: z.object({ commentId: CommentId }),
  body: z.strictObject({ text: CommentText.optional(), rating: Rating.nullable().optional() }),
  answers: { 200: ShownComment },
  refusals: { 'not-found': 404, forbidden: 403 },
});
