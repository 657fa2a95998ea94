import { itemsOf } from '../../functions/platform/event-store/commit.ts';
import type { CommitItem } from '../../functions/platform/event-store/commit-item.ts';
import type { EventStore } from '../../functions/platform/event-store/port.ts';
import type { Safekeeping } from '../../functions/platform/event-store/safekeeping.ts';
import type { Apply } from '../../functions/platform/listener/listen.ts';
import type { Missing } from './view-feeds.ts';

/** A planted bug: a wrapper around a port, to see whether the properties notice. */
export interface Mutant {
  /** Around the event store of every command; `announce` tells the table's stream of an item. */
  store?(store: EventStore, announce: (item: CommitItem) => void, keeping: Safekeeping): EventStore;
  /** Around the handler of every listener. */
  handler?(handle: (payload: unknown) => Promise<unknown>): (payload: unknown) => Promise<unknown>;
  /** Around what every read model does with a gap. */
  gaps?(applyWith: (missing: Missing) => Apply, store: EventStore): Apply;
}

/** Writes behind whatever is there, on a decision that rests on less. */
const noVersionCheck: Mutant = {
  store: (store) => ({
    ...store,
    async commit(commit) {
      const appends = await Promise.all(
        commit.appends.map(async ({ head, events }) => ({ head: (await store.read(head.stream)).head, events })),
      );
      const { unchanged: _, ...rest } = commit;
      return store.commit({ ...rest, appends });
    },
  }),
};

/** Says that a batch is done, then does it: a crash in between loses it. */
const acknowledgeFirst: Mutant = {
  handler: (handle) => async (payload) => {
    void handle(payload).catch(() => {});
    return { batchItemFailures: [] };
  },
};

/** Takes whatever comes as the next event. */
const noGapFilling: Mutant = {
  gaps: (applyWith, store) => (event) =>
    applyWith({ read: async () => ({ events: [event], head: store.unwritten(event.stream) }) })(event),
};

/** Tells what was decided, then writes it: whoever loses the race has told something that never happened. */
const publishFirst: Mutant = {
  store: (store, announce, keeping) => ({
    ...store,
    async commit(commit) {
      for (const item of await itemsOf(commit, keeping)) announce(item);
      return store.commit(commit);
    },
  }),
};

export const mutants: Readonly<Record<string, Mutant>> = {
  'no-version-check': noVersionCheck,
  'acknowledge-first': acknowledgeFirst,
  'no-gap-filling': noGapFilling,
  'publish-first': publishFirst,
};
