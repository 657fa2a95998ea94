import type { SeriesCreated } from '../../../../events/catalogue/series-created.ts';
import type { VolumeCreated } from '../../../../events/catalogue/volume-created.ts';
import type { RowsProjection } from '../../../platform/projection.ts';
import type { Row } from '../../../platform/view-store/port.ts';
import { paddedNumber, seriesRow, sortKey, volumeRow } from './view.ts';

/**
 * The catalogue as it is read: a row for each series and each volume. A volume may be told before its series; the row of
 * the series then only counts, and is in no list until its own event came.
 */
export const catalogueShelf: RowsProjection<'catalogue-shelf'> = {
  listener: 'catalogue-shelf',
  keysOf: ({ type, data }) =>
    type === 'catalogue.series-created'
      ? [seriesRow(data.seriesId)]
      : [seriesRow(data.seriesId), volumeRow(data.volumeId)],
  project: (event, [series]) => {
    switch (event.type) {
      case 'catalogue.series-created':
        return [listedSeries(event.data, countOf(series))];
      case 'catalogue.volume-created':
        return [
          { ...series, ...seriesRow(event.data.seriesId), volumeCount: countOf(series) + 1 },
          listedVolume(event.data),
        ];
    }
  },
};

const countOf = (series: Row | undefined): number => Number(series?.volumeCount ?? 0);

const listedSeries = (data: SeriesCreated['data'], volumeCount: number): Row => ({
  ...data,
  ...seriesRow(data.seriesId),
  volumeCount,
  listed: 'series',
  titleKey: sortKey(data.title, data.seriesId),
  authorKey: sortKey(data.author, data.seriesId),
  genreKey: sortKey(data.genre, data.seriesId),
  firstPublishedKey: sortKey(data.firstPublishedOn, data.seriesId),
});

const listedVolume = ({ initialCopies: _, ...data }: VolumeCreated['data']): Row => ({
  ...data,
  ...volumeRow(data.volumeId),
  listed: 'volume',
  publishedKey: sortKey(data.publishedOn, data.volumeId),
  numberKey: sortKey(paddedNumber(data.number), data.volumeId),
});
