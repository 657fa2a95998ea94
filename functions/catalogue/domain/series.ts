import type { SeriesCreated } from '../../../events/catalogue/series-created.ts';
import type { Aggregate } from '../../platform/decider.ts';

export type Series = { status: 'unknown' } | { status: 'listed' };

export const series: Aggregate<Series, SeriesCreated> = {
  initialState: { status: 'unknown' },
  evolve: (state, event) => (event.type === 'catalogue.series-created' ? { status: 'listed' } : state),
};

/** A series enters the catalogue; that its title is free is a claim in the same commit. */
export const decideCreateSeries = (data: SeriesCreated['data']): readonly [SeriesCreated] => [
  { type: 'catalogue.series-created', data },
];
