import type { VolumeCreated } from '../../../events/catalogue/volume-created.ts';
import type { Aggregate } from '../../platform/decider.ts';

/** All that inventory asks of the catalogue: whether there is such a volume. */
export interface Volume {
  isKnown: boolean;
}

export const volume: Aggregate<Volume, VolumeCreated> = {
  initialState: { isKnown: false },
  evolve: (state, event) => (event.type === 'catalogue.volume-created' ? { isKnown: true } : state),
};
