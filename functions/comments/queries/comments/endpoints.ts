import * as z from 'zod';
import { VolumeId } from '../../../../events/ids.ts';
import { paging } from '../../../platform/http/cursor.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { pageOf } from '../../../platform/http/page.ts';
import { ShownComment } from '../../shown-comment.ts';

const PAGE = paging({ most: 50, usual: 5 });
const CommentPage = pageOf(ShownComment);

export const commentsOfVolumeEndpoint = endpoint('GET /api/volumes/{volumeId}/comments', {
  summary: 'Comments on a volume, newest first, and what its readers give it on average',
  who: 'anyone',
  params: z.object({ volumeId: VolumeId }),
  query: z.object(PAGE),
  answers: {
    200: CommentPage.extend({
      /** Of the latest rating of each member, with one decimal; null without ratings. */
      averageRating: z.number().min(1).max(5).nullable(),
      count: z.number().int().nonnegative(),
    }),
  },
  refusals: { 'not-found': 404 },
});

export const ownCommentsEndpoint = endpoint('GET /api/me/comments', {
  summary: 'The own comments, newest first',
  who: 'member',
  query: z.object(PAGE),
  answers: { 200: CommentPage },
});
