import type { VolumeChanged } from '../../../events/catalogue/volume-changed.ts';
import type { VolumeCreated } from '../../../events/catalogue/volume-created.ts';
import type { VolumeWithdrawn } from '../../../events/catalogue/volume-withdrawn.ts';
import type { LoanItem } from '../../../events/lending/loan-item.ts';
import type { Aggregate } from '../../platform/decider.ts';

/** What a loan says about a volume, as the catalogue describes it now; undefined for one that is not, or no longer, in it. */
export type LendableVolume = Omit<LoanItem, 'copyId'> | undefined;
export type VolumeEvent = VolumeCreated | VolumeChanged | VolumeWithdrawn;

export const volume: Aggregate<LendableVolume, VolumeEvent> = {
  initialState: undefined,
  evolve: (state, event) => {
    switch (event.type) {
      case 'catalogue.volume-created':
      case 'catalogue.volume-changed':
        return described(event.data);
      case 'catalogue.volume-withdrawn':
        return undefined;
      default:
        return state;
    }
  },
};

const described = ({ volumeId, seriesId, title, subtitle, number, coverUrl }: VolumeChanged['data']) => ({
  volumeId,
  seriesId,
  title,
  number,
  ...(subtitle !== undefined && { subtitle }),
  ...(coverUrl !== undefined && { coverUrl }),
});
