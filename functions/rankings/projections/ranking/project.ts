import { dayOf } from '../../../../events/business-day.ts';
import type { Recorded } from '../../../../events/envelope.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { RankedVolume } from '../../../../events/views/ranking.ts';
import type { RowsProjection } from '../../../platform/projection.ts';
import type { Row } from '../../../platform/view-store/port.ts';
import { bucketsOf, readableBucketsOn } from './buckets.ts';
import { placeOf, RankRow } from './view.ts';
import { volumesOf } from './volumes-of.ts';

type Told = Recorded<HeardBy<'ranking'>>;
type Description = Pick<RankedVolume, 'seriesId' | 'title' | 'number'> & { coverUrl?: string | undefined };

const bucketsTouchedBy = (event: Told): readonly string[] => {
  switch (event.type) {
    case 'lending.loan-opened':
      return bucketsOf(event.data.borrowedOn);
    case 'catalogue.volume-changed':
    case 'catalogue.volume-withdrawn':
      return readableBucketsOn(dayOf(new Date(event.metadata.occurredAt)));
    case 'catalogue.volume-created':
      return [];
  }
};

/** One row for each volume of an event in every bucket it touches. */
const rowsOf = (event: Told) =>
  bucketsTouchedBy(event).flatMap((bucket) =>
    volumesOf(event).map((volumeId) => ({ bucket, volumeId, key: { pk: bucket, sk: volumeId } })),
  );

/** Counts each loan once for each of its volumes, and shows volumes as the catalogue has them. */
export const ranking: RowsProjection<'ranking'> = {
  listener: 'ranking',
  keysOf: (event) => rowsOf(event).map(({ key }) => key),
  project: (event, rows) =>
    rowsOf(event).map(({ bucket, volumeId, key }, index) => {
      const row = rows[index] ? RankRow.parse(rows[index]) : { bucket, volumeId, borrowCount: 0 };
      return { ...key, ...placed(after(row, event)) };
    }),
};

const after = (row: RankRow, event: Told): RankRow => {
  switch (event.type) {
    case 'lending.loan-opened':
      return counted(row, event);
    case 'catalogue.volume-changed':
      return { ...row, ...described(event.data), describedAt: undefined, isListed: true };
    case 'catalogue.volume-withdrawn':
      return { ...row, isWithdrawn: true };
    case 'catalogue.volume-created':
      return row;
  }
};

/** Loans arrive in any order: their description is that of the loan opened last, not of the one told last. */
const counted = (row: RankRow, { data, metadata }: Extract<Told, { type: 'lending.loan-opened' }>): RankRow => {
  const lent = { ...row, borrowCount: row.borrowCount + 1 };
  const item = data.items.find(({ volumeId }) => volumeId === row.volumeId);
  const isOlder = row.describedAt !== undefined && metadata.occurredAt < row.describedAt;
  if (!item || row.isListed || isOlder) return lent;
  return { ...lent, ...described(item), describedAt: metadata.occurredAt };
};

const described = ({ seriesId, title, number, coverUrl }: Description) => ({ seriesId, title, number, coverUrl });

/** A volume is in the ranking of a bucket once it was borrowed there, until it is withdrawn. */
const placed = ({ place: _, ...row }: RankRow): Omit<Row, 'pk' | 'sk'> => {
  const { borrowCount, title, volumeId, isWithdrawn } = row;
  const isIn = borrowCount > 0 && title !== undefined && !isWithdrawn;
  return withoutGaps({ ...row, ...(isIn && { place: placeOf({ borrowCount, title, volumeId }) }) });
};

/** A view keeps no attribute without a value. */
const withoutGaps = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
