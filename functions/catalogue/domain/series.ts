import { SeriesChanged } from '../../../events/catalogue/series-changed.ts';
import type { SeriesCreated } from '../../../events/catalogue/series-created.ts';
import type { SeriesGrew } from '../../../events/catalogue/series-grew.ts';
import type { SeriesShrank } from '../../../events/catalogue/series-shrank.ts';
import type { SeriesWithdrawn } from '../../../events/catalogue/series-withdrawn.ts';
import type { VolumeId } from '../../../events/ids.ts';
import { type Aggregate, accept, type Decision, reject } from '../../platform/decider.ts';
import { type Changes, changed } from './changes.ts';

export interface ListedSeries {
  status: 'listed';
  described: SeriesCreated['data'];
  /** The volumes that it has, in the order in which they were added. */
  volumeIds: readonly VolumeId[];
}
export type Series = { status: 'unknown' } | ListedSeries | { status: 'withdrawn' };
export type SeriesEvent = SeriesCreated | SeriesChanged | SeriesGrew | SeriesShrank | SeriesWithdrawn;

export const series: Aggregate<Series, SeriesEvent> = {
  initialState: { status: 'unknown' },
  evolve: (state, event) => {
    if (event.type === 'catalogue.series-created') return { status: 'listed', described: event.data, volumeIds: [] };
    if (state.status !== 'listed') return state;
    switch (event.type) {
      case 'catalogue.series-changed':
        return { ...state, described: event.data };
      case 'catalogue.series-grew':
        return { ...state, volumeIds: [...state.volumeIds, event.data.volumeId] };
      case 'catalogue.series-shrank':
        return { ...state, volumeIds: state.volumeIds.filter((volumeId) => volumeId !== event.data.volumeId) };
      case 'catalogue.series-withdrawn':
        return { status: 'withdrawn' };
      default:
        return state;
    }
  },
};

/** A series enters the catalogue; that its title is free is a claim in the same commit. */
export const decideCreateSeries = (data: SeriesCreated['data']): readonly [SeriesCreated] => [
  { type: 'catalogue.series-created', data },
];

/** What is corrected of a series: null takes away what it need not have. A correction that changes nothing says nothing. */
export const decideChangeSeries = (
  changes: Changes,
  series: Series,
): Decision<readonly SeriesChanged[], 'not-found' | 'ended-before-it-began'> => {
  if (series.status !== 'listed') return reject('not-found');
  const data = changed(SeriesChanged, series.described, changes);
  if (data === undefined) return accept([]);
  if (data.lastPublishedOn !== undefined && data.lastPublishedOn < data.firstPublishedOn)
    return reject('ended-before-it-began');
  return accept([{ type: 'catalogue.series-changed', data }]);
};
