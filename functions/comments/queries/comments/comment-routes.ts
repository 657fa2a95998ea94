import * as z from 'zod';
import { CommentId, type MemberId, VolumeId } from '../../../../events/ids.ts';
import { cursorAt, positionOf } from '../../../platform/http/cursor.ts';
import { route } from '../../../platform/http/http-query.ts';
import type { HttpRequest } from '../../../platform/http/http-request.ts';
import { invalid } from '../../../platform/http/problem.ts';
import { matchingRows } from '../../../platform/view-store/matching-rows.ts';
import type { ReadableView } from '../../../platform/view-store/port.ts';
import { averageOf } from '../../projections/comments/ratings.ts';
import { COMMENTS, commentKey, factsIn, OF_AUTHOR, SummaryRow, summaryKey } from '../../projections/comments/view.ts';
import { type CommentFacts, shownComment } from '../../shown-comment.ts';
import { commentsOfVolumeEndpoint, ownCommentsEndpoint } from './endpoints.ts';

interface Needs {
  view: ReadableView;
  isListed: (volumeId: VolumeId) => Promise<boolean>;
  authorNames: (memberIds: readonly MemberId[]) => Promise<ReadonlyMap<MemberId, string>>;
}

/** Position of a comment in a list. A cursor may come from anybody: whose list it is in is never the cursor's to say. */
const PLACE = ['volumeId', 'commentId'];
const Place = z.object({ volumeId: VolumeId, commentId: CommentId });
const placeIn = (cursor: string | undefined, http: HttpRequest) => {
  const position = positionOf(cursor, http, PLACE);
  if (!position) return undefined;
  const place = Place.safeParse(position);
  return place.success ? place.data : invalid('cursor', 'does not belong to this list');
};

/** The reads of comments. A row is enough for everything but its author's name. */
export const commentRoutes = ({ view, isListed, authorNames }: Needs) => {
  const watermark = () => ({ categories: ['comment'], position: view.position });
  const shown = async (facts: readonly CommentFacts[]) => {
    const names = await authorNames(facts.map(({ memberId }) => memberId));
    return facts.map((one) => shownComment(one, names.get(one.memberId)));
  };
  const summaryOf = async (volumeId: VolumeId) => {
    const { row } = await view.get(summaryKey(volumeId));
    return row ? SummaryRow.parse(row) : { comments: 0, raters: 0, sum: 0 };
  };
  return {
    [commentsOfVolumeEndpoint.route]: route({
      ...commentsOfVolumeEndpoint,
      watermark,
      read: async ({ params: { volumeId }, query: { limit, cursor }, http }) => {
        const place = placeIn(cursor, http);
        if (!(await isListed(volumeId))) return undefined;
        const after = place && commentKey(volumeId, place.commentId);
        const page = { partition: ['pk', volumeId], range: COMMENTS, descending: true, limit } as const;
        const [{ items, next }, summary] = await Promise.all([
          matchingRows(view, { ...page, ...(after && { after }) }, PLACE, factsIn),
          summaryOf(volumeId),
        ]);
        return {
          items: await shown(items),
          nextCursor: cursorAt(next, http),
          averageRating: averageOf(summary),
          count: summary.comments,
        };
      },
    }),
    [ownCommentsEndpoint.route]: route({
      ...ownCommentsEndpoint,
      watermark,
      read: async ({ query: { limit, cursor }, caller: { memberId }, http }) => {
        const place = placeIn(cursor, http);
        const after = place && {
          ...commentKey(place.volumeId, place.commentId),
          author: memberId,
          commentId: place.commentId,
        };
        const page = { index: OF_AUTHOR, partition: ['author', memberId], descending: true, limit } as const;
        const range = { attribute: 'commentId' };
        const { items, next } = await matchingRows(view, { ...page, range, ...(after && { after }) }, PLACE, factsIn);
        return { items: await shown(items), nextCursor: cursorAt(next, http) };
      },
    }),
  };
};
