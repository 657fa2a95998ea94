import type { Recorded } from '../../events/envelope.ts';
import type { HeardBy, Listener } from '../../events/subscriptions.ts';
import type { EventStore } from './event-store/port.ts';
import { heard } from './listener/heard.ts';
import { type Pace, processPace } from './pace.ts';
import { telemetry } from './telemetry.ts';
import { type Guarded, idOf, type Key, type Row, type ViewStore } from './view-store/port.ts';

/** One row per stream; the row carries the version it shows, so the effect and the position are one write for free. */
export interface RowProjection<L extends Listener> {
  listener: L;
  keyOf(event: Recorded<HeardBy<L>>): Key;
  /** The row after an event; never refuses. */
  evolve(row: Row | undefined, event: Recorded<HeardBy<L>>): Readonly<Record<string, unknown>>;
}

/** Several rows per event: written in one transaction with the position in the stream. */
export interface RowsProjection<L extends Listener> {
  listener: L;
  /** The rows that the answer to this event depends on or changes. */
  keysOf(event: Recorded<HeardBy<L>>): readonly Key[];
  /** Rows that can only be named when those of `keysOf` are known: whoever names them changes what it names them by, or never does. */
  moreKeysOf?(event: Recorded<HeardBy<L>>, rows: readonly (Row | undefined)[]): readonly Key[];
  /** The rows after an event, given those that `keysOf`, then `moreKeysOf`, named (absent ones are undefined). */
  project(event: Recorded<HeardBy<L>>, rows: readonly (Row | undefined)[]): readonly Row[];
}

/** Others were quicker each time; whoever brought the event brings it again. */
export class RacesLost extends Error {
  override readonly name = 'RacesLost';
  constructor({ stream, version }: Recorded) {
    super(`lost ${ATTEMPTS} races for ${stream} version ${version}`);
  }
}

/** How often a lost race on a view is tried again before the record goes back to the broker. */
const ATTEMPTS = 20;

type Apply = (event: Recorded) => Promise<void>;
type Missing = Pick<EventStore, 'read'>;

/**
 * Advances a row by stream version: at or below the row's version is dropped, the next one is applied, and a gap is
 * filled from the event store first. Arrival order and duplicates therefore change nothing (architecture, Delivery 4).
 */
export const rowPerStream = <L extends Listener>(
  projection: RowProjection<L>,
  view: ViewStore,
  store: Missing,
  pace = processPace,
): Apply =>
  advancing(pace, async (event, isFirstTry) => {
    const arrived = heard(projection.listener, event);
    if (!arrived) return true;
    // The first event of a stream most likely finds no row; the condition of the write tells when it does.
    const { row, guard } = isFirstTry && event.version === 1 ? NO_ROW : await view.get(projection.keyOf(arrived));
    const due = await eventsDue(store, event, guard);
    const last = due.at(-1);
    if (!last) return true;
    const next = due
      .flatMap((told) => heard(projection.listener, told) ?? [])
      .reduce<Row | undefined>((seen, told) => ({ ...projection.evolve(seen, told), ...projection.keyOf(told) }), row);
    return next === undefined || view.put(next, { from: guard, to: last.version });
  });

/** The same for several rows: each event is one transaction of its rows and the stream's position. */
export const severalRows = <L extends Listener>(
  projection: RowsProjection<L>,
  view: ViewStore,
  store: Missing,
  pace = processPace,
): Apply =>
  advancing(pace, async (event, isFirstTry) => {
    if (!heard(projection.listener, event)) return true;
    const position = isFirstTry && event.version === 1 ? 0 : await view.position(event.stream);
    let from = position;
    for (const due of await eventsDue(store, event, position)) {
      const told = heard(projection.listener, due);
      if (!told) continue;
      const guarded = await projected(projection, told, (key) => view.get(key));
      if (!(await view.putAll(guarded, { stream: due.stream, from, to: due.version }))) return false;
      from = due.version;
    }
    return true;
  });

/** The rows after an event, each with the guard that came with it when it was read. */
export const projected = async <L extends Listener>(
  projection: RowsProjection<L>,
  event: Recorded<HeardBy<L>>,
  get: (key: Key) => Promise<{ row: Row | undefined; guard: number }>,
): Promise<readonly Guarded[]> => {
  const named = projection.keysOf(event);
  const read = await Promise.all(named.map(get));
  const rowsOf = (found: typeof read) => found.map(({ row }) => row);
  const more = projection.moreKeysOf?.(event, rowsOf(read)) ?? [];
  const all = [...read, ...(await Promise.all(more.map(get)))];
  const guards = new Map([...named, ...more].map((key, index) => [idOf(key), all[index]?.guard ?? 0]));
  return projection.project(event, rowsOf(all)).map((row) => ({ row, guard: guards.get(idOf(row)) ?? 0 }));
};

const NO_ROW = { row: undefined, guard: 0 };

/** Tries again, from the read, while somebody else is quicker; the last loss is a fault, so that the record comes back. */
const advancing =
  ({ pause, random }: Pace, advance: (event: Recorded, isFirstTry: boolean) => Promise<boolean>): Apply =>
  async (event) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (await advance(event, attempt === 0)) return;
      await pause(random() * Math.min(100, 2 ** (attempt + 2)));
    }
    throw new RacesLost(event);
  };

/** What is to be applied after `position`, in order: nothing, this event, or everything from the gap to the head. */
const eventsDue = async (store: Missing, event: Recorded, position: number): Promise<readonly Recorded[]> => {
  if (event.version <= position) {
    telemetry.count('DuplicatesDropped', 1);
    return [];
  }
  if (event.version === position + 1) return [event];
  const { events } = await store.read(event.stream, position);
  telemetry.count('GapsFilled', 1);
  return events;
};
