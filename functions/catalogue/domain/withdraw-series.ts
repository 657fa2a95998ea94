import type { SeriesShrank } from '../../../events/catalogue/series-shrank.ts';
import type { SeriesWithdrawn } from '../../../events/catalogue/series-withdrawn.ts';
import type { VolumeWithdrawn } from '../../../events/catalogue/volume-withdrawn.ts';
import type { VolumeId } from '../../../events/ids.ts';
import { accept, type Decision, reject } from '../../platform/decider.ts';
import type { Series } from './series.ts';
import type { Shelf } from './shelf.ts';
import { decideWithdrawVolume, type Volume } from './volume.ts';

/** A series and some of its volumes with their shelves, each list in the order of `volumeIds`. */
export interface SeriesToWithdraw {
  series: Series;
  volumes: readonly Volume[];
  shelves: readonly Shelf[];
}
interface VolumesWithdrawn<Told> {
  series: readonly Told[];
  /** One list for each volume, in the order of `volumeIds`; empty for one that had left before. */
  volumes: readonly (readonly VolumeWithdrawn[])[];
}
type Refusal = 'not-found' | 'copies-on-loan';

/** Some volumes of a series leave, all or none: a part of a series that is too large to leave at once. */
export const decideWithdrawVolumes = ({
  series,
  volumes,
  shelves,
}: SeriesToWithdraw): Decision<VolumesWithdrawn<SeriesShrank>, Refusal> => {
  if (series.status !== 'listed') return reject('not-found');
  const decisions = volumes.map((volume, index) => decideWithdrawVolume(volume, shelves[index] ?? { lent: new Set() }));
  if (decisions.some((decision) => decision.outcome === 'rejected' && decision.reason === 'copies-on-loan'))
    return reject('copies-on-loan');
  const told = decisions.map((decision) => (decision.outcome === 'accepted' ? decision.events : undefined));
  return accept({
    series: told.flatMap((events) => events?.series ?? []),
    volumes: told.map((events) => events?.volume ?? []),
  });
};

/** A series leaves with all the volumes that it still has. `grown`: it has others than those that were looked at. */
export const decideWithdrawSeries = (
  volumeIds: readonly VolumeId[],
  looked: SeriesToWithdraw,
): Decision<VolumesWithdrawn<SeriesWithdrawn>, Refusal | 'grown'> => {
  const { series } = looked;
  if (series.status !== 'listed') return reject('not-found');
  if (series.volumeIds.some((volumeId) => !volumeIds.includes(volumeId))) return reject('grown');
  const volumes = decideWithdrawVolumes(looked);
  if (volumes.outcome === 'rejected') return volumes;
  const { seriesId } = series.described;
  return accept({
    series: [{ type: 'catalogue.series-withdrawn', data: { seriesId } }],
    volumes: volumes.events.volumes,
  });
};
