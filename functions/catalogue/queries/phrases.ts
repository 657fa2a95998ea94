import { inMemoryEventStore } from '../../platform/event-store/in-memory.ts';
import { request } from '../../platform/http/phrases.ts';
import type { Answer } from '../../platform/http/problem.ts';
import { recorded } from '../../platform/listener/phrases.ts';
import { severalRows } from '../../platform/projection.ts';
import { inMemoryViewStore } from '../../platform/view-store/in-memory.ts';
import { catalogueShelf } from '../projections/catalogue-shelf/project.ts';
import { seriesRoutes } from './series/series-routes.ts';
import { volumeRoutes } from './volumes/volume-routes.ts';

/** Words of the catalogue tests: what was told, in its order, and the reads of what follows from it. */
export const seriesTold = (seriesId: string, more: object = {}) =>
  recorded('catalogue.series-created', `main#series#${seriesId}`, 1, {
    seriesId,
    title: `Title of ${seriesId}`,
    author: '青木 春',
    genre: 'fantasy',
    publisher: '文庫社',
    firstPublishedOn: '2025-04-01',
    ...more,
  });
export const volumeTold = (seriesId: string, number: number, more: object = {}) => {
  const volumeId = `${seriesId}-${number}`;
  return recorded('catalogue.volume-created', `main#volume#${volumeId}`, 1, {
    volumeId,
    seriesId,
    title: `Volume ${number}`,
    number,
    publishedOn: '2025-04-01',
    initialCopies: 1,
    ...more,
  });
};

export const catalogueAfter = async (...told: readonly ReturnType<typeof recorded>[]) => {
  const view = inMemoryViewStore();
  const apply = severalRows(catalogueShelf, view, inMemoryEventStore());
  for (const event of told) await apply(event);
  const routes = { ...seriesRoutes(view), ...volumeRoutes(view) };
  type Asked = Parameters<typeof request>[1] & { of: keyof typeof routes };

  const ask = ({ of, ...sent }: Asked): Promise<Answer> => {
    const path = of.slice('GET '.length).replace(/\{(\w+)\}/g, (_, name) => sent.params?.[name] ?? '');
    return routes[of](request(path, sent));
  };
  const read = async (asked: Asked) => JSON.parse((await ask(asked)).body ?? '');
  /** The ids on every page of a list, page by page. */
  const pages = async (asked: Asked, id: 'seriesId' | 'volumeId'): Promise<string[][]> => {
    const seen: string[][] = [];
    let cursor: string | null | undefined;
    do {
      const page = await read({ ...asked, query: { ...asked.query, ...(cursor && { cursor }) } });
      seen.push(page.items.map((item: Record<string, string>) => item[id]));
      cursor = page.nextCursor;
    } while (cursor);
    return seen;
  };
  return { view, apply, ask, read, pages };
};
