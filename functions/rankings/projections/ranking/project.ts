import { firstOfMonth, mondayOf } from '../../../../events/business-day.ts';
import type { Recorded } from '../../../../events/envelope.ts';
import type { LoanItem } from '../../../../events/lending/loan-item.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { RowsProjection } from '../../../platform/projection.ts';
import type { Row } from '../../../platform/view-store/port.ts';
import { ALL_TIME, monthOf, placeOf, RankRow, weekOf } from './view.ts';

type LoanTold = Recorded<HeardBy<'ranking'>>;

/** The rows of a loan: for each volume one in every window that the day of borrowing lies in. */
const rowsOf = ({ data: { borrowedOn, items } }: LoanTold) =>
  [weekOf(mondayOf(borrowedOn)), monthOf(firstOfMonth(borrowedOn)), ALL_TIME].flatMap((bucket) =>
    items.map((item) => ({ bucket, item, key: { pk: bucket, sk: item.volumeId } })),
  );

/** Counts each loan once for each of its volumes. */
export const ranking: RowsProjection<'ranking'> = {
  listener: 'ranking',
  keysOf: (event) => rowsOf(event).map(({ key }) => key),
  project: (event, rows) =>
    rowsOf(event).map(({ bucket, item, key }, index) => ({
      ...key,
      ...counted(rows[index], bucket, item, event.metadata.occurredAt),
    })),
};

const counted = (row: Row | undefined, bucket: string, item: LoanItem, openedAt: string): RankRow => {
  const before = row && RankRow.parse(row);
  const borrowCount = (before?.borrowCount ?? 0) + 1;
  // Loans arrive in any order: the description is that of the loan opened last, not of the one told last.
  const isNewer = !before || openedAt >= before.describedAt;
  const { volumeId, seriesId, title, number, coverUrl } = isNewer ? item : before;
  return {
    bucket,
    volumeId,
    seriesId,
    title,
    number,
    ...(coverUrl !== undefined && { coverUrl }),
    borrowCount,
    describedAt: isNewer ? openedAt : before.describedAt,
    place: placeOf({ borrowCount, title, volumeId }),
  };
};
