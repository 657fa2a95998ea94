import type { Recorded } from '../../../../events/envelope.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { RowsProjection } from '../../../platform/projection.ts';
import type { Row } from '../../../platform/view-store/port.ts';
import { givenAfter, latestOf, summaryAfter } from './ratings.ts';
import { type CommentRow, commentKey, factsIn, RatingRow, ratingKey, SummaryRow, summaryKey } from './view.ts';

type Told = Recorded<HeardBy<'comments'>>;

const keysOf = ({ data: { volumeId, commentId, memberId } }: Told) => [
  commentKey(volumeId, commentId),
  ratingKey(volumeId, memberId),
  summaryKey(volumeId),
];

/** The comments of each volume, what each member gave it, and their summary. */
export const comments: RowsProjection<'comments'> = {
  listener: 'comments',
  keysOf,
  project: (event, [comment, rating, summary]) => {
    const [commentPlace, ratingPlace, summaryPlace] = keysOf(event);
    if (!commentPlace || !ratingPlace || !summaryPlace) return [];
    const { commentId } = event.data;
    const given = rating ? RatingRow.parse(rating).given : {};
    const next = givenAfter(given, commentId, ratingIn(event), momentOf(event));
    const counted = summary ? SummaryRow.parse(summary) : { comments: 0, raters: 0, sum: 0 };
    const rated = summaryAfter(counted, latestOf(given), latestOf(next));
    return [
      { ...commentPlace, ...commentAfter(comment, event) },
      ...(next === given ? [] : [{ ...ratingPlace, given: next }]),
      { ...summaryPlace, ...rated, comments: rated.comments + changeOf(event) },
    ];
  },
};

const ratingIn = (event: Told) => (event.type === 'comments.comment-deleted' ? undefined : event.data.rating);

const momentOf = (event: Told): string => {
  switch (event.type) {
    case 'comments.comment-posted':
      return event.data.postedAt;
    case 'comments.comment-edited':
      return event.data.editedAt;
    case 'comments.comment-deleted':
      return event.data.deletedAt;
  }
};

const changeOf = ({ type }: Told): number =>
  Number(type === 'comments.comment-posted') - Number(type === 'comments.comment-deleted');

const commentAfter = (row: Row | undefined, event: Told): CommentRow => {
  if (event.type === 'comments.comment-deleted') return { isDeleted: true };
  const { memberId, commentId, volumeId, text, rating } = event.data;
  const said = { commentId, volumeId, author: memberId, text, ...(rating !== undefined && { rating }) };
  if (event.type === 'comments.comment-posted') return { ...said, postedAt: event.data.postedAt };
  const { editedAt } = event.data;
  return { ...said, postedAt: factsIn(row)?.postedAt ?? editedAt, editedAt };
};
