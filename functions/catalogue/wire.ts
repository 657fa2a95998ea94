import { v7 as uuid } from 'uuid';
import { SeriesId, VolumeId } from '../../events/ids.ts';
import { streamName } from '../../events/stream-name.ts';
import type { Category } from '../../events/topics.ts';
import { type Aggregate, fold } from '../platform/decider.ts';
import { decide, eventStore } from '../platform/wire.ts';
import { changeSeries } from './commands/change-series/change-series.ts';
import { changeVolume } from './commands/change-volume/change-volume.ts';
import { createSeries } from './commands/create-series/create-series.ts';
import { createVolume } from './commands/create-volume/create-volume.ts';
import { withdrawSeries } from './commands/withdraw-series/withdraw-series.ts';
import { withdrawVolume } from './commands/withdraw-volume/withdraw-volume.ts';
import { series } from './domain/series.ts';
import { shelf } from './domain/shelf.ts';
import { volume } from './domain/volume.ts';

const reading =
  <State, Event>(category: Category, aggregate: Aggregate<State, Event>) =>
  async (id: string): Promise<State> => {
    const { events } = await eventStore.read(streamName(category, id));
    return fold(aggregate, events as readonly Event[]);
  };

/** The one place in this domain that knows what stands behind the ports. */
export const catalogue = {
  createSeries: createSeries({ newSeriesId: () => SeriesId.parse(uuid()), decide }),
  createVolume: createVolume({ newVolumeId: () => VolumeId.parse(uuid()), decide }),
  changeSeries: changeSeries({ decide }),
  changeVolume: changeVolume({ decide }),
  withdrawVolume: withdrawVolume({ readVolume: reading('volume', volume), decide }),
  withdrawSeries: withdrawSeries({
    readSeries: reading('series', series),
    readShelf: reading('shelf', shelf),
    decide,
  }),
};
