import { describe, it } from 'vitest';
import { fold } from '../../platform/decider.ts';
import { given, givenState } from '../../platform/given.ts';
import {
  broughtBack,
  firstVolume,
  lent,
  lost,
  newVolume,
  seriesEntered,
  seriesGrew,
  seriesLeft,
  seriesShrank,
  volumeEntered,
  volumeLeft,
} from './phrases.ts';
import { series } from './series.ts';
import { type ShelfEvent, shelf } from './shelf.ts';
import {
  decideChangeVolume,
  decideCreateVolume,
  decideWithdrawVolume,
  type Volume,
  type VolumeEvent,
  volume,
} from './volume.ts';

describe('a volume', () => {
  const history = given(decideCreateVolume, series);

  it('enters the catalogue under its series, which notes it', () =>
    history(seriesEntered)
      .when(newVolume)
      .thenEvents({ volume: [volumeEntered], series: [seriesGrew] }));
  it('is refused when nobody knows its series', () => history().when(newVolume).thenRejected('not-found'));
  it('is refused when its series left', () =>
    history(seriesEntered, seriesLeft).when(newVolume).thenRejected('not-found'));
});

describe('a correction of a volume', () => {
  const history = given(decideChangeVolume, volume);

  it('says the whole volume as it is now, without the copies it began with', () => {
    const { summary: _, ...rest } = firstVolume;
    history(volumeEntered)
      .when({ number: 2, summary: null })
      .thenEvents([{ type: 'catalogue.volume-changed', data: { ...rest, number: 2 } }]);
  });
  it('that changes nothing says nothing', () =>
    history(volumeEntered).when({ number: 1, subtitle: null }).thenEvents([]));
  it('finds no volume that nobody knows, and none that left', () => {
    history().when({ number: 2 }).thenRejected('not-found');
    history(volumeEntered, volumeLeft).when({ number: 2 }).thenRejected('not-found');
  });
});

describe('withdrawing a volume', () => {
  const when = (volumeEvents: readonly VolumeEvent[], ...shelfEvents: readonly ShelfEvent[]) =>
    givenState((events: readonly ShelfEvent[], state: Volume) => decideWithdrawVolume(state, fold(shelf, events)))(
      fold(volume, volumeEvents),
    ).when(shelfEvents);

  it('takes it out of its series', () =>
    when([volumeEntered]).thenEvents({ volume: [volumeLeft], series: [seriesShrank] }));
  it('is refused while a copy is with a reader', () => when([volumeEntered], lent).thenRejected('copies-on-loan'));
  it('is possible again once it is back', () => when([volumeEntered], lent, broughtBack).thenAccepted(() => undefined));
  it('does not wait for a copy that is lost', () => when([volumeEntered], lent, lost).thenAccepted(() => undefined));
  it('finds a volume that left before no more, and none that never was', () => {
    when([volumeEntered, volumeLeft]).thenRejected('not-found');
    when([]).thenRejected('not-found');
  });
});
