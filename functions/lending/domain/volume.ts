import type { VolumeCreated } from '../../../events/catalogue/volume-created.ts';
import type { LoanItem } from '../../../events/lending/loan-item.ts';
import type { Aggregate } from '../../platform/decider.ts';

/** What a loan says about a volume, as the catalogue describes it now; undefined for a volume nobody knows. */
export type LendableVolume = Omit<LoanItem, 'copyId'> | undefined;

export const volume: Aggregate<LendableVolume, VolumeCreated> = {
  initialState: undefined,
  evolve: (_, { data: { volumeId, seriesId, title, subtitle, number, coverUrl } }) => ({
    volumeId,
    seriesId,
    title,
    number,
    ...(subtitle !== undefined && { subtitle }),
    ...(coverUrl !== undefined && { coverUrl }),
  }),
};
