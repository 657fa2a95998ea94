import type { CommitItem } from '../event-store/commit-item.ts';
import type { EventStore } from '../event-store/port.ts';
import type { History } from './history.ts';

const SEGMENTS = 2;
/** Small, so that streams go over the end of a page. */
const COMMITS_PER_PAGE = 5;

const segmentOf = (stream: string) => [...stream].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % SEGMENTS;
const inOrder = (a: CommitItem, b: CommitItem) => (a.pk < b.pk ? -1 : a.pk > b.pk ? 1 : a.sk - b.sk);

/**
 * The history of a store in memory, for tests and simulation: give `committed` to the store, then the store to `of`.
 * @example const past = inMemoryHistory(); const store = inMemoryEventStore(past); const history = past.of(store);
 */
export const inMemoryHistory = () => {
  const items: CommitItem[] = [];
  return {
    committed: (item: CommitItem): void => void items.push(item),
    of: (store: Pick<EventStore, 'read'>): History => ({
      segments: SEGMENTS,
      read: (stream, after) => store.read(stream, after),
      async page(segment, after) {
        const behind = items
          .filter(
            ({ pk, sk }) =>
              segmentOf(pk) === segment && (!after || pk > after.pk || (pk === after.pk && sk > after.sk)),
          )
          .toSorted(inOrder);
        const page = behind.slice(0, COMMITS_PER_PAGE);
        const last = page.at(-1);
        return {
          commits: page.map(({ pk, sk, v, t }) => ({
            stream: pk,
            first: sk,
            last: v,
            types: t,
            events: async () => (await store.read(pk, sk - 1)).events.filter(({ version }) => version <= v),
          })),
          next: last && behind.length > page.length ? { pk: last.pk, sk: last.sk } : 'ended',
        };
      },
    }),
  };
};
