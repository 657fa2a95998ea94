import * as z from 'zod';
import { Rating } from '../../../../events/comments/rating.ts';
import { VolumeId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { CommentText } from '../../comment-text.ts';
import { ShownComment } from '../../shown-comment.ts';

export const postCommentEndpoint = endpoint('POST /api/volumes/{volumeId}/comments', {
  summary: 'Says something about a volume, and rates it if one likes',
  who: 'member',
  params: z.object({ volumeId: VolumeId }),
  body: z.strictObject({ text: CommentText, rating: Rating.optional() }),
  answers: { 201: ShownComment },
  refusals: { 'not-found': 404 },
});
