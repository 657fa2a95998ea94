import * as z from 'zod';
import { VolumeId } from '../../../../events/ids.ts';
import { partsOf, streamName } from '../../../../events/stream-name.ts';
import type { EventStore } from '../../../platform/event-store/port.ts';
import { cursorAt, paging, positionOf } from '../../../platform/http/cursor.ts';
import { route } from '../../../platform/http/http-query.ts';
import type { HttpRequest } from '../../../platform/http/http-request.ts';
import { invalid } from '../../../platform/http/problem.ts';
import type { ViewStore } from '../../../platform/view-store/port.ts';
import { availabilityIn, copiesIn, nothingOnTheShelf, ShelfRow, type ShownCopy, shelfKey } from './view.ts';

interface Needs {
  view: Pick<ViewStore, 'get'>;
  store: Pick<EventStore, 'read'>;
}
const One = z.object({ volumeId: VolumeId });

/** The reads of a shelf: how many copies are free, for anyone, and each copy, for librarians. */
export const shelfRoutes = ({ view, store }: Needs) => {
  const find = async (volumeId: string) => {
    const { row, guard } = await view.get(shelfKey(volumeId));
    return { shelf: row && ShelfRow.parse(row), guard };
  };
  const isVolume = async (volumeId: VolumeId) => (await store.read(streamName('volume', volumeId))).head.version > 0;
  const watermark = () => ({
    categories: ['shelf', 'volume'],
    position: async (stream: string) => {
      const { category, id } = partsOf(stream);
      const { shelf, guard } = await find(id);
      if (category === 'shelf') return guard;
      // Whoever created a volume waits for its shelf; what the volume is called later changes nothing here.
      return shelf?.isOpen ? Number.POSITIVE_INFINITY : 0;
    },
  });
  return {
    'GET /api/volumes/{volumeId}/availability': route({
      who: 'anyone',
      params: One,
      query: z.object({}),
      watermark,
      read: async ({ params: { volumeId } }) => {
        const { shelf } = await find(volumeId);
        if (shelf) return availabilityIn(shelf);
        return (await isVolume(volumeId)) ? nothingOnTheShelf(volumeId) : undefined;
      },
    }),
    'GET /api/volumes/{volumeId}/copies': route({
      who: 'librarian',
      params: One,
      query: z.object(paging()),
      watermark,
      read: async ({ params: { volumeId }, query, http }) => {
        const { shelf } = await find(volumeId);
        if (shelf) return pageOf(copiesIn(shelf), query, http);
        return (await isVolume(volumeId)) ? { items: [], nextCursor: null } : undefined;
      },
    }),
  };
};

/** Copies only ever come behind the others, so that a count is a place in the list. */
const pageOf = (
  copies: readonly ShownCopy[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  http: HttpRequest,
) => {
  const shown = positionOf(cursor, http, ['shown'])?.shown ?? 0;
  if (typeof shown !== 'number' || !Number.isInteger(shown) || shown < 0)
    return invalid('cursor', 'does not belong to this list');
  const end = shown + limit;
  const next = end < copies.length ? { shown: end } : undefined;
  return { items: copies.slice(shown, end), nextCursor: cursorAt(next, http) };
};
