import { describe, it } from 'vitest';
import { SeriesId, VolumeId } from '../../../events/ids.ts';
import { given } from '../../platform/given.ts';
import { decideCreateSeries, series } from './series.ts';
import { decideCreateVolume } from './volume.ts';

const seriesId = SeriesId.parse('s1');
const moon = decideCreateSeries({
  seriesId,
  title: '月の図書館',
  author: '青木 春',
  genre: 'fantasy',
  publisher: '文庫社',
  firstPublishedOn: '2025-04-01',
});
const first = {
  volumeId: VolumeId.parse('v1'),
  seriesId,
  title: '月の図書館 1',
  number: 1,
  publishedOn: '2025-04-01',
  initialCopies: 3,
};
const history = given(decideCreateVolume, series);

describe('a volume', () => {
  it('enters the catalogue under its series', () =>
    history(...moon)
      .when(first)
      .thenEvents([{ type: 'catalogue.volume-created', data: first }]));
  it('is refused when nobody knows its series', () => history().when(first).thenRejected('not-found'));
});
