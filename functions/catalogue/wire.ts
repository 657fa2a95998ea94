import { v7 as uuid } from 'uuid';
import { SeriesId, VolumeId } from '../../events/ids.ts';
import { decide } from '../platform/wire.ts';
import { createSeries } from './commands/create-series/create-series.ts';
import { createVolume } from './commands/create-volume/create-volume.ts';

/** The one place in this domain that knows what stands behind the ports. */
export const catalogue = {
  createSeries: createSeries({ newSeriesId: () => SeriesId.parse(uuid()), decide }),
  createVolume: createVolume({ newVolumeId: () => VolumeId.parse(uuid()), decide }),
};
