import { inMemoryEventStore } from '../platform/event-store/in-memory.ts';
import { request } from '../platform/http/phrases.ts';
import { recorded } from '../platform/listener/phrases.ts';
import { severalRows } from '../platform/projection.ts';
import { inMemoryViewStore } from '../platform/view-store/in-memory.ts';
import type { ViewStore } from '../platform/view-store/port.ts';
import { searchIndex } from './projections/search-index/project.ts';
import { searchRoute } from './projections/search-index/search-route.ts';

type Told = ReturnType<typeof recorded>;

/** Words of the search tests: what the catalogue and the shop told, in their order. */
export const seriesTold = (seriesId: string, more: object = {}, version = 1): Told =>
  recorded(
    version === 1 ? 'catalogue.series-created' : 'catalogue.series-changed',
    `main#series#${seriesId}`,
    version,
    {
      seriesId,
      title: `Series ${seriesId}`,
      author: 'Nobody',
      genre: 'fantasy',
      publisher: 'P',
      firstPublishedOn: '2025-04-01',
      ...more,
    },
  );
export const seriesLeft = (seriesId: string, version = 2): Told =>
  recorded('catalogue.series-withdrawn', `main#series#${seriesId}`, version, { seriesId });

export const volumeTold = (seriesId: string, number: number, more: object = {}, version = 1): Told => {
  const volumeId = `${seriesId}-${number}`;
  return recorded(
    version === 1 ? 'catalogue.volume-created' : 'catalogue.volume-changed',
    `main#volume#${volumeId}`,
    version,
    {
      volumeId,
      seriesId,
      title: `Volume ${number}`,
      number,
      publishedOn: '2025-04-01',
      ...(version === 1 && { initialCopies: 1 }),
      ...more,
    },
  );
};
export const volumeLeft = (seriesId: string, number: number, version = 2): Told => {
  const volumeId = `${seriesId}-${number}`;
  return recorded('catalogue.volume-withdrawn', `main#volume#${volumeId}`, version, { volumeId, seriesId });
};

export const productTold = (productId: string, more: object = {}, version = 1): Told =>
  recorded(version === 1 ? 'shop.product-created' : 'shop.product-changed', `main#product#${productId}`, version, {
    productId,
    name: `Product ${productId}`,
    description: 'Nothing special',
    categoryId: 'paper',
    price: { amount: 300, currency: 'JPY' },
    images: [],
    active: true,
    ...more,
  });
export const productLeft = (productId: string, version: number): Told =>
  recorded('shop.product-withdrawn', `main#product#${productId}`, version, { productId, categoryId: 'paper' });

interface Item {
  kind: string;
  id: string;
  title: string;
  snippet: string;
  score: number;
}

/** A search over what was told; `apply` tells more. */
export const searchAfter = async (...told: readonly Told[]) => {
  const view = inMemoryViewStore();
  const apply = severalRows(searchIndex, view, inMemoryEventStore());
  for (const event of told) await apply(event);
  return { view, apply, ...searching(view) };
};

/** The search of one function instance. */
export const searching = (view: ViewStore) => {
  const answer = searchRoute(view);
  const ask = (query: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
    answer(request('/api/search', { query, headers }));
  const search = async (
    q: string,
    more: Readonly<Record<string, string>> = {},
  ): Promise<{ items: Item[]; total: number; nextCursor: string | null }> =>
    JSON.parse((await ask({ q, ...more })).body ?? '');
  const ids = async (q: string, more: Readonly<Record<string, string>> = {}) =>
    (await search(q, more)).items.map(({ id }) => id);
  return { ask, search, ids };
};
