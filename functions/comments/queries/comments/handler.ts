import { streamName } from '../../../../events/stream-name.ts';
import { fold } from '../../../platform/decider.ts';
import { httpQueries } from '../../../platform/http/http-query.ts';
import { eventStore, view } from '../../../platform/wire.ts';
import { authorNames } from '../../author-names.ts';
import { type VolumeEvent, volume } from '../../domain/volume.ts';
import { commentRoutes } from './comment-routes.ts';

export const handler = httpQueries(
  commentRoutes({
    view: view('comments'),
    isListed: async (volumeId) => {
      const { events } = await eventStore.read(streamName('volume', volumeId));
      return fold(volume, events as readonly VolumeEvent[]).isListed;
    },
    authorNames,
  }),
);
