import { describe, it } from 'vitest';
import { given } from '../../platform/given.ts';
import { moon, seriesEntered, seriesLeft } from './phrases.ts';
import { decideChangeSeries, series } from './series.ts';

const history = given(decideChangeSeries, series);
const changedTo = (data: object) => [{ type: 'catalogue.series-changed' as const, data: { ...moon, ...data } }];

describe('a correction of a series', () => {
  it('says the whole series as it is now', () =>
    history(seriesEntered)
      .when({ author: '青木 夏', illustrator: '森 冬' })
      .thenEvents(changedTo({ author: '青木 夏', illustrator: '森 冬' })));

  it('takes away with null what a series need not have', () => {
    const { titleEn: _, ...rest } = moon;
    history(seriesEntered)
      .when({ titleEn: null })
      .thenEvents([{ type: 'catalogue.series-changed', data: rest }]);
  });

  it.each([{}, { title: moon.title }, { illustrator: null }])('that changes nothing says nothing: %j', (changes) =>
    history(seriesEntered).when(changes).thenEvents([]));

  it('builds on the corrections before', () =>
    history(seriesEntered, ...changedTo({ genre: 'sf' }))
      .when({ publisher: 'P' })
      .thenEvents(changedTo({ genre: 'sf', publisher: 'P' })));

  it('cannot end a series before it began, whichever of the two days is sent', () => {
    history(seriesEntered).when({ lastPublishedOn: '2025-03-31' }).thenRejected('ended-before-it-began');
    history(seriesEntered, ...changedTo({ lastPublishedOn: '2025-05-01' }))
      .when({ firstPublishedOn: '2025-05-02' })
      .thenRejected('ended-before-it-began');
  });

  it('finds no series that nobody knows, and none that left', () => {
    history().when({ title: 'x' }).thenRejected('not-found');
    history(seriesEntered, seriesLeft).when({ title: 'x' }).thenRejected('not-found');
  });
});
