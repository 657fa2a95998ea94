import * as z from 'zod';
import { CommentId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';

export const deleteCommentEndpoint = endpoint('DELETE /api/comments/{commentId}', {
  summary: 'Takes a comment away: the own one, or any for staff',
  who: 'member',
  params: z.object({ commentId: CommentId }),
  answers: { 204: null },
  refusals: { 'not-found': 404, forbidden: 403 },
});
