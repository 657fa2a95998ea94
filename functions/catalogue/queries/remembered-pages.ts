import type { HttpRequest } from '../../platform/http/http-request.ts';
import { recent } from '../../platform/recent.ts';
import type { ReadableView } from '../../platform/view-store/port.ts';
import { STAMP_COUNT, STAMPS } from '../projections/catalogue-shelf/view.ts';

/** Pages of a list an instance remembers, at most a few tens of kilobytes each. */
const MOST_PAGES = 200;
/** However sure the stamps are, nothing is shown for longer without a look. */
const LONGEST_MS = 60_000;
/** Indexes follow their table by some moments: a page read sooner after a change may lack it, and is not kept. */
const SETTLING_MS = 2_000;

/**
 * Pages of the catalogue, kept in memory for as long as nothing in the catalogue changes. Each time, its stamps are read in one consistent
 * query: a page under other stamps than it was read under is forgotten, so that whoever has seen a change (a consistency token)
 * is never shown the time before it from memory. A page belongs to a request with all its parameters as they were sent, because its
 * cursor does, and to `list` when the same request means another list on another day.
 */
export const rememberedPages = <Page>(view: Pick<ReadableView, 'query'>, now: () => number = Date.now) => {
  const pages = recent<{ page: Page; stamps: string; at: number }>(MOST_PAGES);
  let current = { stamps: '', since: Number.NEGATIVE_INFINITY };
  return async ({ event }: HttpRequest, read: () => Promise<Page>, list: unknown = null): Promise<Page> => {
    const key = JSON.stringify([Object.entries({ ...event.queryStringParameters }).sort(), list]);
    const { rows } = await view.query({ partition: ['pk', STAMPS], limit: STAMP_COUNT });
    const stamps = rows.map(({ sk, changes }) => `${sk}:${changes}`).join();
    const at = now();
    if (stamps !== current.stamps) current = { stamps, since: at };
    const known = pages.get(key);
    const age = at - (known?.at ?? Number.NEGATIVE_INFINITY);
    if (known?.stamps === stamps && age >= 0 && age < LONGEST_MS) return known.page;
    const page = await read();
    if (at - current.since >= SETTLING_MS) pages.keep(key, { page, stamps, at });
    return page;
  };
};
