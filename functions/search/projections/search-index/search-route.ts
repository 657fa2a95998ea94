import { cursorAt, positionOf } from '../../../platform/http/cursor.ts';
import { route } from '../../../platform/http/http-query.ts';
import type { HttpRequest } from '../../../platform/http/http-request.ts';
import { invalid } from '../../../platform/http/problem.ts';
import type { ReadableView } from '../../../platform/view-store/port.ts';
import { find, type Place } from '../../index/find.ts';
import { followingDocuments } from '../../index/following-documents.ts';
import { searchEndpoint } from './endpoint.ts';
import { searchKinds } from './view.ts';

/** `GET /api/search`, from the documents that this instance holds in memory. */
export const searchRoute = (view: ReadableView) => {
  const current = followingDocuments(view);
  return route({
    ...searchEndpoint,
    watermark: () => ({ categories: ['series', 'volume'], position: view.position }),
    read: async ({ query: { q, kind, limit, cursor }, http }) => {
      const after = placeOf(cursor, http);
      const kinds = searchKinds.filter((one) => kind === undefined || kind.split(',').includes(one));
      const { items, total, next } = find(await current(), { query: q, kinds, limit, after });
      return { items, nextCursor: cursorAt(next && { ...next }, http), total };
    },
  });
};

const placeOf = (cursor: string | undefined, http: HttpRequest): Place | undefined => {
  const position = positionOf(cursor, http, ['score', 'order']);
  if (!position) return undefined;
  const { score, order } = position;
  return typeof score === 'number' && typeof order === 'string'
    ? { score, order }
    : invalid('cursor', 'does not belong to this list');
};
