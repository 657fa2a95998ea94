import { describe, expect, it } from 'vitest';
import type { Recorded } from '../../events/envelope.ts';
import { inMemoryBlobs } from '../../functions/platform/event-store/blobs/in-memory.ts';
import type { CommitItem } from '../../functions/platform/event-store/commit-item.ts';
import { eventsIn } from '../../functions/platform/event-store/commit-item.ts';
import { inMemoryEventStore } from '../../functions/platform/event-store/in-memory.ts';
import type { EventStore } from '../../functions/platform/event-store/port.ts';
import { inMemoryVault } from '../../functions/platform/event-store/vault/in-memory.ts';
import { heard } from '../../functions/platform/listener/heard.ts';
import { processPace } from '../../functions/platform/pace.ts';
import { inMemoryViewTable } from '../../functions/platform/view-store/in-memory.ts';
import { longHistory, writer } from './long-history.ts';
import { rowsIn } from './properties/aftermath.ts';
import { differences } from './properties/views.ts';
import { type Random, seeded } from './random.ts';
import { type ViewFeed, viewFeeds } from './view-feeds.ts';

const COMMITS = 100_000;
/** Commits that come before the next delivery: listeners are never told everything at once. */
const AT_ONCE = 2_000;
const TWICE = 0.1;
/** Events that are held back in a delivery, and perhaps in the next one too. */
const LATE = 0.3;

/** Nobody else writes to these views, so that nobody has to be waited for. */
const pace = { ...processPace, pause: async () => {} };

/** A read model that is told events badly, and the same one told in order. */
const follower = (feed: ViewFeed, store: EventStore, random: Random) => {
  const [shuffled, inOrder] = [inMemoryViewTable(), inMemoryViewTable()];
  const counts = { told: 0, duplicates: 0, gaps: 0 };
  const read: EventStore['read'] = (stream, after) => {
    counts.gaps++;
    return store.read(stream, after);
  };
  const applyBadly = feed.applyTo(shuffled.generation(1), { read }, pace);
  const apply = feed.applyTo(inOrder.generation(1), store, pace);
  let waiting: Recorded[] = [];
  return {
    feed,
    counts,
    tables: { shuffled, inOrder },
    async tell(events: readonly Recorded[], isLast: boolean): Promise<void> {
      const mine = events.filter((event) => heard(feed.listener, event));
      for (const event of mine) await apply(event);
      const due = [...waiting, ...mine];
      waiting = isLast ? [] : due.filter(() => random.chance(LATE));
      const held = new Set(waiting);
      const now = due.filter((event) => !held.has(event));
      const twice = due.filter(() => random.chance(TWICE));
      counts.told += now.length;
      counts.duplicates += twice.length;
      for (const event of random.shuffled([...now, ...twice])) await applyBadly(event);
    },
  };
};

describe('a hundred thousand commits', () => {
  it('told out of order, twice and late, leave every view as if told in order', async () => {
    const random = seeded(1);
    const keeping = { vault: inMemoryVault(), blobs: inMemoryBlobs() };
    const fresh: CommitItem[] = [];
    const store = inMemoryEventStore({ ...keeping, committed: (item) => void fresh.push(item) });
    const followers = viewFeeds.map((feed) => follower(feed, store, random));
    const write = writer(store);
    const history = longHistory(random);
    for (let written = 0; written < COMMITS; ) {
      for (let left = AT_ONCE; left > 0; left--) await write(history.next().value);
      written += AT_ONCE;
      const events = (await Promise.all(fresh.splice(0).map((item) => eventsIn(item, keeping)))).flat();
      for (const { tell } of followers) await tell(events, written >= COMMITS);
    }
    for (const { feed, counts, tables } of followers) {
      const [found, expected] = [await rowsIn(tables.shuffled), await rowsIn(tables.inOrder)];
      const lost = differences(feed.listener, found, expected);
      process.stdout.write(
        `chaos: ${feed.listener}: ${counts.told} events, ${counts.duplicates} told twice, ${counts.gaps} gaps filled, ${expected.size} rows, ${lost.length} wrong\n`,
      );
      expect(lost.slice(0, 3)).toEqual([]);
      expect(expected.size).toBeGreaterThan(0);
    }
    expect(followers.reduce((sum, { counts }) => sum + counts.gaps, 0)).toBeGreaterThan(0);
  });
});
