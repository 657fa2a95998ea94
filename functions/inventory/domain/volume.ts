import type { VolumeCreated } from '../../../events/catalogue/volume-created.ts';
import type { VolumeWithdrawn } from '../../../events/catalogue/volume-withdrawn.ts';
import type { Aggregate } from '../../platform/decider.ts';

/** All that inventory asks of the catalogue: whether there is such a volume, now. */
export interface Volume {
  isKnown: boolean;
}

export const volume: Aggregate<Volume, VolumeCreated | VolumeWithdrawn> = {
  initialState: { isKnown: false },
  evolve: (state, event) => {
    switch (event.type) {
      case 'catalogue.volume-created':
        return { isKnown: true };
      case 'catalogue.volume-withdrawn':
        return { isKnown: false };
      default:
        return state;
    }
  },
};
