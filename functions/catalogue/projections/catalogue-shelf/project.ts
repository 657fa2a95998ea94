import type { SeriesCreated } from '../../../../events/catalogue/series-created.ts';
import { VolumeChanged } from '../../../../events/catalogue/volume-changed.ts';
import type { VolumeCreated } from '../../../../events/catalogue/volume-created.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { RowsProjection } from '../../../platform/projection.ts';
import type { Key, Row } from '../../../platform/view-store/port.ts';
import { paddedNumber, seriesRow, sortKey, stampRow, volumeRow } from './view.ts';

/**
 * The catalogue as it is read: a row for each series and each volume. A volume may be told before its series, or after its
 * series was withdrawn; the row of the series then only counts, and is in no list.
 */
export const catalogueShelf: RowsProjection<'catalogue-shelf'> = {
  listener: 'catalogue-shelf',
  keysOf: (event) => {
    const keys = shownKeysOf(event);
    return keys.length === 0 ? [] : [...keys, stampRow(event.data.seriesId)];
  },
  project: (event, rows) => {
    const shown = shownAfter(event, rows);
    return shown.length === 0 ? [] : [...shown, stampAfter(event.data.seriesId, rows.at(-1))];
  },
};

type Told = HeardBy<'catalogue-shelf'>;

/** The rows that readers see of what an event is about. */
const shownKeysOf = ({ type, data }: Told): readonly Key[] => {
  switch (type) {
    case 'catalogue.series-created':
    case 'catalogue.series-changed':
    case 'catalogue.series-withdrawn':
      return [seriesRow(data.seriesId)];
    // The volume itself tells the same; what the series says is heard so that its readers know how far the shelf is.
    case 'catalogue.series-grew':
    case 'catalogue.series-shrank':
      return [];
    case 'catalogue.volume-changed':
      return [volumeRow(data.volumeId)];
    case 'catalogue.volume-created':
    case 'catalogue.volume-withdrawn':
      return [seriesRow(data.seriesId), volumeRow(data.volumeId)];
  }
};

const shownAfter = ({ type, data }: Told, [series]: readonly (Row | undefined)[]): readonly Row[] => {
  switch (type) {
    case 'catalogue.series-created':
    case 'catalogue.series-changed':
      return [listedSeries(data, countOf(series))];
    case 'catalogue.series-withdrawn':
      return [{ ...seriesRow(data.seriesId), volumeCount: countOf(series) }];
    case 'catalogue.series-grew':
    case 'catalogue.series-shrank':
      return [];
    case 'catalogue.volume-created':
      return [counting(series, data.seriesId, 1), listedVolume(data)];
    case 'catalogue.volume-changed':
      return [listedVolume(data)];
    case 'catalogue.volume-withdrawn':
      return [counting(series, data.seriesId, -1), volumeRow(data.volumeId)];
  }
};

const stampAfter = (seriesId: string, stamp: Row | undefined): Row => ({
  ...stampRow(seriesId),
  changes: Number(stamp?.changes ?? 0) + 1,
});

const countOf = (series: Row | undefined): number => Number(series?.volumeCount ?? 0);

const counting = (series: Row | undefined, seriesId: string, more: number): Row => ({
  ...series,
  ...seriesRow(seriesId),
  volumeCount: countOf(series) + more,
});

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

const listedVolume = (data: VolumeCreated['data'] | VolumeChanged['data']): Row => ({
  ...VolumeChanged.shape.parse(data),
  ...volumeRow(data.volumeId),
  listed: 'volume',
  publishedKey: sortKey(data.publishedOn, data.volumeId),
  numberKey: sortKey(paddedNumber(data.number), data.volumeId),
});
