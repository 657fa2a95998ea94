import { commitsAmong } from './event-store/commit.ts';
import type { Commit, CommitResult, EventStore, Head } from './event-store/port.ts';
import { COMMITS_BETWEEN_SNAPSHOTS, type Snapshots } from './event-store/snapshots/port.ts';
import type { Pace } from './pace.ts';
import { recent } from './recent.ts';
import type { AnySource } from './source.ts';

/** A stream as a decision sees it. */
export interface Loaded {
  source: AnySource;
  state: unknown;
  head: Head;
  /** Process time of the read or write it comes from, milliseconds. */
  at: number;
  /** Commits folded since the last snapshot, or since the beginning. */
  unkept: number;
}

/** What a desk works with, the same for all commands of a function instance. */
export interface Office {
  store: EventStore;
  snapshots: Snapshots;
  baselines: Baselines;
  pace: Pace;
}

/** States of streams that a function instance has seen, the least used forgotten first. */
interface Baselines {
  of(source: AnySource): Loaded | undefined;
  keep(loaded: Loaded): void;
}

/** Streams an instance remembers; a state is a few kilobytes at most. */
const MOST_BASELINES = 500;

export const rememberBaselines = (): Baselines => {
  const known = recent<Loaded>(MOST_BASELINES);
  return {
    of: ({ stream, aggregate }) => {
      const loaded = known.get(stream);
      // Another use case may fold the same stream in another way.
      return loaded?.source.aggregate === aggregate ? loaded : undefined;
    },
    keep: (loaded) => void known.keep(loaded.source.stream, loaded),
  };
};

/** How old memory of a stream may be that a decision merely consults. */
const CONSULTED_FOR_MS = 5_000;

type History = Awaited<ReturnType<EventStore['read']>>;

const foldOn = (
  { source, state, head, unkept }: Omit<Loaded, 'at'>,
  events: readonly { type: string; data: unknown }[],
  commits: number,
  after: Head,
  at: number,
): Loaded => ({
  source,
  state: events.reduce((folded, event) => source.aggregate.evolve(folded, event), state),
  head: after.version > head.version ? after : head,
  at,
  unkept: unkept + commits,
});

/** The streams of one command on the desk: what is known of them, and what was only remembered. */
export const deskOf = ({ store, snapshots, baselines, pace }: Office, sources: readonly AnySource[]) => {
  const loaded = new Map<string, Loaded>();
  const remembered = new Set<string>();
  const lostBefore = new Set<string>();
  const put = (one: Loaded) => {
    loaded.set(one.source.stream, one);
    baselines.keep(one);
  };
  const unread = (source: AnySource): Loaded => ({
    source,
    state: source.aggregate.initialState,
    head: store.unwritten(source.stream),
    at: pace.uptime(),
    unkept: 0,
  });
  const readOn = (known: Loaded, { events, head }: History) =>
    foldOn(known, events, commitsAmong(events), head, pace.uptime());

  const fromSnapshot = async (source: AnySource): Promise<Loaded | undefined> => {
    const { stream, aggregate } = source;
    if (aggregate.reducer === undefined) return undefined;
    // Without a snapshot everything is merely folded from the beginning.
    const kept = await snapshots.find(stream, aggregate.reducer).catch(() => undefined);
    const since = kept && (await store.resume(stream, kept.place));
    if (!kept || !since) return undefined;
    const { state } = kept;
    return foldOn({ ...unread(source), state }, since.events, commitsAmong(since.events), since.head, pace.uptime());
  };
  const read = async (source: AnySource) => {
    const known = loaded.get(source.stream) ?? baselines.of(source);
    remembered.delete(source.stream);
    if (known) return put(readOn(known, await store.read(source.stream, known.head)));
    put((await fromSnapshot(source)) ?? readOn(unread(source), await store.read(source.stream)));
  };
  const begin = async (source: AnySource) => {
    const known = baselines.of(source);
    if (source.isNew) return void loaded.set(source.stream, unread(source));
    const isRecent = known && pace.uptime() - known.at < CONSULTED_FOR_MS;
    if (!known || (!source.guarded && !isRecent)) return read(source);
    remembered.add(source.stream);
    loaded.set(source.stream, { ...known, source });
  };

  return {
    loaded: loaded as ReadonlyMap<string, Loaded>,
    open: () => Promise.all(sources.map(begin)),
    /** Reads on from what was only remembered; answers whether there was any. */
    async verify(): Promise<boolean> {
      const doubtful = sources.filter(({ stream }) => remembered.has(stream));
      await Promise.all(doubtful.map(read));
      return doubtful.length > 0;
    },
    /**
     * Folds the one commit we did not know, when the store told it and nothing lies between. More may lie behind it when the
     * stream was only remembered, was lost before, or when time has passed (`isOld`): then it is read, or each attempt would
     * catch up a single commit. Answers how many commits had gone by, of the stream with most.
     */
    async catchUp(lost: Extract<CommitResult, { outcome: 'conflict' }>['streams'], isOld: boolean): Promise<number> {
      const wentBy = await Promise.all(
        lost.map(async ({ stream, missed }) => {
          const known = loaded.get(stream);
          if (!known) return 0;
          const isNext = missed?.events[0]?.version === known.head.version + 1;
          if (missed && isNext && !isOld && !remembered.has(stream) && !lostBefore.has(stream))
            put(readOn(known, missed));
          else await read(known.source);
          lostBefore.add(stream);
          return (loaded.get(stream)?.unkept ?? 0) - known.unkept;
        }),
      );
      return Math.max(0, ...wentBy);
    },
    /** Remembers what was written. */
    committed(commit: Commit, heads: readonly Head[]): void {
      for (const { head, events } of commit.appends) {
        const known = loaded.get(head.stream);
        const after = heads.find(({ stream }) => stream === head.stream);
        if (known && after) put(foldOn(known, events, 1, after, pace.uptime()));
      }
    },
    /** Keeps snapshots of streams that have grown enough; only ever a saving, so the caller may ignore a failure. */
    async keepSnapshots(): Promise<void> {
      for (const one of loaded.values()) {
        const { source, state, head, unkept } = one;
        if (source.aggregate.reducer === undefined || unkept < COMMITS_BETWEEN_SNAPSHOTS) continue;
        const { version, commit, begins } = head;
        await snapshots.keep(source.stream, source.aggregate.reducer, { state, place: { version, commit, begins } });
        put({ ...one, unkept: 0 });
      }
    },
  };
};
