import type { VolumeCreated } from '../../../events/catalogue/volume-created.ts';
import type { VolumeWithdrawn } from '../../../events/catalogue/volume-withdrawn.ts';
import type { Aggregate } from '../../platform/decider.ts';

/** All that comments ask of the catalogue: whether a volume is in it. */
export interface Volume {
  isListed: boolean;
}
export type VolumeEvent = VolumeCreated | VolumeWithdrawn;

export const volume: Aggregate<Volume, VolumeEvent> = {
  initialState: { isListed: false },
  evolve: (state, event) => {
    if (event.type === 'catalogue.volume-withdrawn') return { isListed: false };
    return event.type === 'catalogue.volume-created' ? { isListed: true } : state;
  },
};
