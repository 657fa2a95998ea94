import type { CommandContext } from './command-context.ts';
import { deskOf, type Loaded, type Office, rememberBaselines } from './desk.ts';
import type { Claim, Commit, EventStore, NewEvent } from './event-store/port.ts';
import { noSnapshots } from './event-store/snapshots/none.ts';
import type { Snapshots } from './event-store/snapshots/port.ts';
import { inTurn } from './in-turn.ts';
import type { Outcome } from './outcome.ts';
import { type Pace, processPace } from './pace.ts';
import type { AnySource, EventsFor, Sources, StatesOf } from './source.ts';
import { telemetry } from './telemetry.ts';

/** A claim that makes the command fail with a reason when somebody else holds it. */
export interface ExclusiveClaim<Reason extends string> extends Claim {
  refusal: Reason;
}

/** What a use case makes of a decision: the events by source, what the caller hears, what else the commit holds. */
export type Resolution<S extends Sources, Answer, Reason extends string> =
  | {
      outcome: 'accepted';
      events: EventsFor<S>;
      answer: Answer;
      claims?: readonly ExclusiveClaim<Reason>[];
      releases?: Commit['releases'];
    }
  | { outcome: 'rejected'; reason: Reason };

/** A loser of this many races in a row answers `busy`. */
const ATTEMPTS = 12;
/**
 * Losers of one race spread over a few times what their attempt took before they look again. Who then finds that more than
 * one commit went by stands in a crowd, and waits much longer before the next attempt: 50 writers at once need some two
 * attempts each, and a race between two costs a few milliseconds.
 */
const SPREAD_IN_ATTEMPTS = 4;
const CROWD_SPREAD_IN_ATTEMPTS = 24;
const QUICKEST_ATTEMPT_MS = 4;
const LONGEST_SPREAD_MS = 3_000;
/** What somebody else committed is folded without another read unless there was time for more. */
const NOTHING_NEW_FOR_MS = 5;

interface Options {
  snapshots?: Snapshots;
  pace?: Pace;
}

/**
 * The one command loop: read, fold, decide, commit; on a lost race fold what was missed and decide again.
 * `resolve` must be pure apart from what it closes over: it runs once per attempt.
 *
 * A guarded stream that this function instance knows from an earlier command is not read again: the commit fails when it
 * has grown, and says how. An answer without a commit is never based on memory.
 */
export const commandLoop = (store: EventStore, { snapshots = noSnapshots, pace = processPace }: Options = {}) => {
  const office = { store, snapshots, baselines: rememberBaselines(), pace };
  // Commands of one instance never race each other.
  const turns = inTurn();
  return <const S extends Sources, Answer, Reason extends string>(
    context: CommandContext,
    sources: S,
    resolve: (states: StatesOf<S>) => Resolution<S, Answer, Reason>,
  ): Promise<Outcome<Answer, Reason>> => {
    const all = Object.values(sources).flat();
    const guarded = all.filter((source) => source.guarded && !source.isNew).map(({ stream }) => stream);
    return turns(guarded, () => decideOn(office, all, context, sources, resolve));
  };
};

const decideOn = async <const S extends Sources, Answer, Reason extends string>(
  office: Office,
  all: readonly AnySource[],
  context: CommandContext,
  sources: S,
  resolve: (states: StatesOf<S>) => Resolution<S, Answer, Reason>,
): Promise<Outcome<Answer, Reason>> => {
  const { store, pace } = office;
  const desk = deskOf(office, all);
  await desk.open();

  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const resolution = resolve(statesOf(sources, desk.loaded));
    const commit = resolution.outcome === 'accepted' ? commitOf(context, sources, desk.loaded, resolution) : undefined;
    // No commit will tell whether memory was right, so it is checked before the answer rests on it.
    if (!commit && (await desk.verify())) continue;
    if (resolution.outcome === 'rejected') return resolution;
    if (!commit) return { outcome: 'accepted', answer: resolution.answer, heads: [] };

    const began = pace.uptime();
    const result = await store.commit(commit);
    if (result.outcome === 'committed') {
      desk.committed(commit, result.heads);
      countAppended(commit);
      await desk.keepSnapshots().catch((error) => telemetry.warn('a snapshot was not kept', { error }));
      return { outcome: 'accepted', answer: resolution.answer, heads: result.heads };
    }
    if (result.outcome === 'taken') return refusalFor<Reason>(result.claim, result.held, resolution.claims ?? []);

    telemetry.count('AppendConflicts', 1);
    const took = Math.max(pace.uptime() - began, QUICKEST_ATTEMPT_MS);
    const wait = pace.random() * Math.min(LONGEST_SPREAD_MS, took * SPREAD_IN_ATTEMPTS * 2 ** (attempt - 1));
    await pace.pause(wait);
    const wentBy = await desk.catchUp(result.streams, wait > NOTHING_NEW_FOR_MS);
    if (wentBy < 2) continue;
    await pace.pause(pace.random() * Math.min(LONGEST_SPREAD_MS, took * CROWD_SPREAD_IN_ATTEMPTS * 2 ** (attempt - 1)));
    await desk.catchUp(result.streams, true);
  }
  return { outcome: 'busy' };
};

const countAppended = ({ appends }: Commit) =>
  telemetry.count(
    'EventsAppended',
    appends.reduce((sum, { events }) => sum + events.length, 0),
  );

const statesOf = <S extends Sources>(sources: S, loaded: ReadonlyMap<string, Loaded>): StatesOf<S> => {
  const stateOf = ({ stream }: AnySource) => loaded.get(stream)?.state;
  const entries = Object.entries(sources).map(([name, source]) => [
    name,
    'stream' in source ? stateOf(source) : source.map(stateOf),
  ]);
  return Object.fromEntries(entries);
};

/** The versions that a reader must see to see these appends. */
const seenAfter = (appends: Commit['appends']): Readonly<Record<string, number>> =>
  Object.fromEntries(appends.map(({ head, events }) => [head.stream, head.version + events.length]));

/** The commit of a decision, or undefined when there is nothing to write. */
const commitOf = <S extends Sources>(
  context: CommandContext,
  sources: S,
  loaded: ReadonlyMap<string, Loaded>,
  resolution: { events: EventsFor<S>; answer: unknown; claims?: readonly Claim[]; releases?: Commit['releases'] },
): Commit | undefined => {
  const written = eventsByStream(sources, resolution.events);
  const all = [...loaded.values()];
  const appends = all.flatMap(({ head, source: { stream } }) => {
    const events = written.get(stream) ?? [];
    return events.length > 0 ? [{ head, events }] : [];
  });
  const claims = [
    ...(resolution.claims ?? []).map(({ kind, key, value, expiresAt }) => ({
      kind,
      key,
      value,
      ...(expiresAt !== undefined && { expiresAt }),
    })),
    ...(context.once
      ? [context.once({ outcome: 'accepted', answer: resolution.answer, seen: seenAfter(appends) })]
      : []),
  ];
  if (appends.length === 0 && claims.length === 0) return undefined;
  const unchanged = all
    .filter(({ source }) => source.guarded && !appends.some(({ head }) => head.stream === source.stream))
    .map(({ head }) => head);
  return {
    id: context.commandId,
    appends,
    unchanged,
    claims,
    releases: resolution.releases ?? [],
    metadata: metadataOf(context),
  };
};

const eventsByStream = <S extends Sources>(
  sources: S,
  events: EventsFor<S>,
): ReadonlyMap<string, readonly NewEvent[]> => {
  const written = new Map<string, readonly NewEvent[]>();
  for (const [name, told] of Object.entries<unknown>(events)) {
    const source = sources[name];
    if (!source || !told) continue;
    if ('stream' in source) written.set(source.stream, told as readonly NewEvent[]);
    else for (const [index, { stream }] of source.entries()) written.set(stream, (told as NewEvent[][])[index] ?? []);
  }
  return written;
};

const metadataOf = ({ correlationId, causationId, actor, traceHeader, now }: CommandContext): Commit['metadata'] => ({
  correlationId,
  causationId,
  actor,
  ...(traceHeader !== undefined && { traceHeader }),
  occurredAt: now.toISOString(),
});

const refusalFor = <Reason extends string>(
  { kind, key }: Claim,
  held: unknown,
  claims: readonly ExclusiveClaim<Reason>[],
): Outcome<never, Reason> => {
  const ours = claims.find((claim) => claim.kind === kind && claim.key === key);
  return ours ? { outcome: 'rejected', reason: ours.refusal } : { outcome: 'repeated', first: held };
};
