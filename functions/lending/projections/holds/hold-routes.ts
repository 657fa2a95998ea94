import type { EventStore } from '../../../platform/event-store/port.ts';
import { cursorAt, positionOf } from '../../../platform/http/cursor.ts';
import { route } from '../../../platform/http/http-query.ts';
import { invalid } from '../../../platform/http/problem.ts';
import { heardUpTo } from '../../../platform/view-store/heard-up-to.ts';
import { matchingRows } from '../../../platform/view-store/matching-rows.ts';
import type { ReadableView } from '../../../platform/view-store/port.ts';
import { ownHoldsEndpoint } from './endpoint.ts';
import { listedHold, shownHold } from './shown-hold.ts';

/** A cursor holds no more than the hold: whose list it is is never the caller's to say. */
const KEYS = ['sk'];

/** The reads of holds. */
export const holdRoutes = ({ view, store }: { view: ReadableView; store: Pick<EventStore, 'read'> }) => ({
  [ownHoldsEndpoint.route]: route({
    ...ownHoldsEndpoint,
    watermark: () => ({ categories: ['shelf'], position: heardUpTo('holds', view, store) }),
    read: async ({ query: { limit, cursor }, caller: { memberId }, http }) => {
      const hold = positionOf(cursor, http, KEYS)?.sk;
      if (typeof hold === 'number') return invalid('cursor', 'does not belong to this list');
      const after = hold === undefined ? undefined : { pk: memberId, sk: hold };
      const request = { partition: ['pk', memberId] as const, descending: true, limit, ...(after && { after }) };
      const { items, next } = await matchingRows(view, request, KEYS, (row) => listedHold(row, http.now));
      return {
        items: await Promise.all(items.map((row) => shownHold(view, row, http.now))),
        nextCursor: cursorAt(next, http),
      };
    },
  }),
});
