import type { VolumeId } from '../../../../events/ids.ts';
import { partsOf, streamName } from '../../../../events/stream-name.ts';
import type { EventStore } from '../../../platform/event-store/port.ts';
import { cursorAt, positionOf } from '../../../platform/http/cursor.ts';
import { route } from '../../../platform/http/http-query.ts';
import type { HttpRequest } from '../../../platform/http/http-request.ts';
import { invalid } from '../../../platform/http/problem.ts';
import { heardUpTo } from '../../../platform/view-store/heard-up-to.ts';
import type { ReadableView } from '../../../platform/view-store/port.ts';
import { availabilityEndpoint, copiesEndpoint } from './endpoints.ts';
import { shownCopies } from './shown-copies.ts';
import { availabilityIn, copiesIn, nothingOnTheShelf, type PlacedCopy, ShelfRow, shelfKey } from './view.ts';

interface Needs {
  view: Pick<ReadableView, 'get'>;
  history: ReadableView;
  store: Pick<EventStore, 'read'>;
}

/** The reads of a shelf: how many copies are free, for anyone, and each copy, for librarians. */
export const shelfRoutes = ({ view, history, store }: Needs) => {
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
  const watermarkWithHistory = () => ({
    ...watermark(),
    position: async (stream: string) => {
      const position = await watermark().position(stream);
      const isShelf = partsOf(stream).category === 'shelf';
      return isShelf ? Math.min(position, await heardUpTo('copy-history', history, store)(stream)) : position;
    },
  });
  return {
    [availabilityEndpoint.route]: route({
      ...availabilityEndpoint,
      watermark,
      read: async ({ params: { volumeId } }) => {
        const { shelf } = await find(volumeId);
        if (shelf) return availabilityIn(shelf);
        return (await isVolume(volumeId)) ? nothingOnTheShelf(volumeId) : undefined;
      },
    }),
    [copiesEndpoint.route]: route({
      ...copiesEndpoint,
      watermark: watermarkWithHistory,
      read: async ({ params: { volumeId }, query, http }) => {
        const { shelf } = await find(volumeId);
        if (shelf) {
          const { items, nextCursor } = pageOf(copiesIn(shelf), query, http);
          return { items: await shownCopies(history, shelf, items), nextCursor };
        }
        return (await isVolume(volumeId)) ? { items: [], nextCursor: null } : undefined;
      },
    }),
  };
};

/** Copies only ever come behind the others, so that a count is a place in the list. */
const pageOf = (
  copies: readonly PlacedCopy[],
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
