import type { Commit, CommitResult, EventStore, Head } from './event-store/port.ts';
import type { AnySource } from './source.ts';

/** A stream as a decision sees it. */
export interface Loaded {
  source: AnySource;
  state: unknown;
  head: Head;
  /** Process time of the read or write it comes from, milliseconds. */
  at: number;
}

/** States of streams that a function instance has seen, the least used forgotten first. */
interface Baselines {
  of(source: AnySource): Loaded | undefined;
  keep(loaded: Loaded): void;
}

/** Streams an instance remembers; a state is a few kilobytes at most. */
const MOST_BASELINES = 500;

export const rememberBaselines = (): Baselines => {
  const known = new Map<string, Loaded>();
  return {
    of: ({ stream, aggregate }) => {
      const loaded = known.get(stream);
      // Another use case may fold the same stream in another way.
      return loaded?.source.aggregate === aggregate ? loaded : undefined;
    },
    keep(loaded) {
      known.delete(loaded.source.stream);
      known.set(loaded.source.stream, loaded);
      const [oldest] = known.keys();
      if (known.size > MOST_BASELINES && oldest !== undefined) known.delete(oldest);
    },
  };
};

/** How old memory of a stream may be that a decision merely consults. */
const CONSULTED_FOR_MS = 5_000;

const isRecent = ({ at }: Loaded) => performance.now() - at < CONSULTED_FOR_MS;

const foldOn = (
  { source, state, head }: Loaded,
  read: { events: readonly { type: string; data: unknown }[]; head: Head },
) => ({
  source,
  state: read.events.reduce((folded, event) => source.aggregate.evolve(folded, event), state),
  head: read.events.length > 0 || read.head.version > head.version ? read.head : head,
  at: performance.now(),
});

/** The streams of one command on the desk: what is known of them, and what was only remembered. */
export const deskOf = (store: EventStore, baselines: Baselines, sources: readonly AnySource[]) => {
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
    at: performance.now(),
  });
  const read = async (source: AnySource) => {
    const known = loaded.get(source.stream) ?? baselines.of(source);
    remembered.delete(source.stream);
    put(
      known
        ? foldOn(known, await store.read(source.stream, known.head))
        : foldOn(unread(source), await store.read(source.stream)),
    );
  };
  const begin = async (source: AnySource) => {
    const known = baselines.of(source);
    if (source.isNew) return void loaded.set(source.stream, unread(source));
    if (!known || (!source.guarded && !isRecent(known))) return read(source);
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
     * stream was only remembered, or was lost before: then it is read, or each attempt would catch up a single commit.
     */
    catchUp: (lost: Extract<CommitResult, { outcome: 'conflict' }>['streams']) =>
      Promise.all(
        lost.map(async ({ stream, missed }) => {
          const known = loaded.get(stream);
          if (!known) return;
          const isNext = missed?.events[0]?.version === known.head.version + 1;
          if (missed && isNext && !remembered.has(stream) && !lostBefore.has(stream)) put(foldOn(known, missed));
          else await read(known.source);
          lostBefore.add(stream);
        }),
      ),
    /** Remembers what was written. */
    committed(commit: Commit, heads: readonly Head[]): void {
      for (const { head, events } of commit.appends) {
        const known = loaded.get(head.stream);
        const after = heads.find(({ stream }) => stream === head.stream);
        if (known && after) put(foldOn(known, { events, head: after }));
      }
    },
  };
};
