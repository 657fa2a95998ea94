import type { VolumeCreated } from '../../../events/catalogue/volume-created.ts';
import { type Aggregate, accept, type Decision, reject } from '../../platform/decider.ts';
import type { Series } from './series.ts';

/** Nothing is decided on a volume's own history yet. */
export const volume: Aggregate<{ status: 'unknown' } | { status: 'listed' }, VolumeCreated> = {
  initialState: { status: 'unknown' },
  evolve: (state, event) => (event.type === 'catalogue.volume-created' ? { status: 'listed' } : state),
};

/** A volume enters the catalogue under a series that is there; that its number is free is a claim in the same commit. */
export const decideCreateVolume = (
  data: VolumeCreated['data'],
  series: Series,
): Decision<readonly [VolumeCreated], 'not-found'> =>
  series.status === 'unknown' ? reject('not-found') : accept([{ type: 'catalogue.volume-created', data }]);
