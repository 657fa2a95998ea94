import type { SeriesGrew } from '../../../events/catalogue/series-grew.ts';
import type { SeriesShrank } from '../../../events/catalogue/series-shrank.ts';
import { VolumeChanged } from '../../../events/catalogue/volume-changed.ts';
import type { VolumeCreated } from '../../../events/catalogue/volume-created.ts';
import type { VolumeWithdrawn } from '../../../events/catalogue/volume-withdrawn.ts';
import { type Aggregate, accept, type Decision, reject } from '../../platform/decider.ts';
import { type Changes, changed } from './changes.ts';
import type { Series } from './series.ts';
import type { Shelf } from './shelf.ts';

export interface ListedVolume {
  status: 'listed';
  described: VolumeChanged['data'];
}
export type Volume = { status: 'unknown' } | ListedVolume | { status: 'withdrawn' };
export type VolumeEvent = VolumeCreated | VolumeChanged | VolumeWithdrawn;

export const volume: Aggregate<Volume, VolumeEvent> = {
  initialState: { status: 'unknown' },
  evolve: (state, event) => {
    switch (event.type) {
      case 'catalogue.volume-created': {
        const { initialCopies: _, ...described } = event.data;
        return { status: 'listed', described };
      }
      case 'catalogue.volume-changed':
        return state.status === 'listed' ? { status: 'listed', described: event.data } : state;
      case 'catalogue.volume-withdrawn':
        return { status: 'withdrawn' };
      default:
        return state;
    }
  },
};

/** What a change in the number of volumes writes: to the volume and to its series. */
export interface VolumeAndSeries<OfVolume, OfSeries> {
  volume: readonly [OfVolume];
  series: readonly [OfSeries];
}

/** A volume enters the catalogue under a series that is there; that its number is free is a claim in the same commit. */
export const decideCreateVolume = (
  data: VolumeCreated['data'],
  series: Series,
): Decision<VolumeAndSeries<VolumeCreated, SeriesGrew>, 'not-found'> => {
  const { seriesId, volumeId } = data;
  if (series.status !== 'listed') return reject('not-found');
  return accept({
    volume: [{ type: 'catalogue.volume-created', data }],
    series: [{ type: 'catalogue.series-grew', data: { seriesId, volumeId } }],
  });
};

/** What is corrected of a volume: null takes away what it need not have. A correction that changes nothing says nothing. */
export const decideChangeVolume = (
  changes: Changes,
  volume: Volume,
): Decision<readonly VolumeChanged[], 'not-found'> => {
  if (volume.status !== 'listed') return reject('not-found');
  const data = changed(VolumeChanged, volume.described, changes);
  return accept(data === undefined ? [] : [{ type: 'catalogue.volume-changed', data }]);
};

/** A volume leaves the catalogue for good, unless somebody has a copy of it. */
export const decideWithdrawVolume = (
  volume: Volume,
  shelf: Shelf,
): Decision<VolumeAndSeries<VolumeWithdrawn, SeriesShrank>, 'not-found' | 'copies-on-loan'> => {
  if (volume.status !== 'listed') return reject('not-found');
  if (shelf.lent.size > 0) return reject('copies-on-loan');
  const { seriesId, volumeId } = volume.described;
  return accept({
    volume: [{ type: 'catalogue.volume-withdrawn', data: { volumeId, seriesId } }],
    series: [{ type: 'catalogue.series-shrank', data: { seriesId, volumeId } }],
  });
};
