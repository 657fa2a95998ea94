import type { Recorded } from '../../../events/envelope.ts';
import type { Listener } from '../../../events/subscriptions.ts';
import type { EventStore } from '../event-store/port.ts';
import { heard } from '../listener/heard.ts';
import { projected, type RowProjection, type RowsProjection, rowPerStream, severalRows } from '../projection.ts';
import { type Guarded, type Key, positionKey, type ViewStore } from '../view-store/port.ts';
import type { RowBuffer } from './row-buffer.ts';

/**
 * What can be rebuilt: pure projections and nothing else. A reaction has no rows and is no projection, so that no command,
 * mail or notice can ever come out of a rebuild; the compiler says so.
 */
export type Rebuildable<L extends Listener = Listener> =
  | ({ kind: 'row-per-stream' } & RowProjection<L>)
  | ({ kind: 'several-rows' } & RowsProjection<L>);

/** The kind is not written in a projection, because listeners know which one they have. */
export const rebuildable = <L extends Listener>(projection: RowProjection<L> | RowsProjection<L>): Rebuildable<L> =>
  'evolve' in projection ? { kind: 'row-per-stream', ...projection } : { kind: 'several-rows', ...projection };

/** What a listener does with an event, on any rows. */
export const applierOf = <L extends Listener>(
  projection: Rebuildable<L>,
  view: ViewStore,
  store: Pick<EventStore, 'read'>,
): ((event: Recorded) => Promise<void>) =>
  projection.kind === 'row-per-stream' ? rowPerStream(projection, view, store) : severalRows(projection, view, store);

/** The key whose guard is the version that a view has reached in a stream; undefined for what the listener does not hear. */
export const progressKeyOf = <L extends Listener>(projection: Rebuildable<L>, event: Recorded): Key | undefined => {
  const told = heard(projection.listener, event);
  if (!told) return undefined;
  return projection.kind === 'row-per-stream' ? projection.keyOf(told) : positionKey(event.stream);
};

/** The row after events of one stream, in order, and the version it shows; undefined when none of them is heard. */
export const foldedRow = <L extends Listener>(
  projection: RowProjection<L>,
  events: readonly Recorded[],
  before?: Guarded,
): Guarded | undefined => {
  let folded = before;
  for (const event of events) {
    const told = heard(projection.listener, event);
    if (told)
      folded = { row: { ...projection.evolve(folded?.row, told), ...projection.keyOf(told) }, guard: event.version };
  }
  return folded;
};

/** Does one event to rows that are in reach: those it names are read, those it changes are put, with their guards counted on. */
export const projectOnto = async <L extends Listener>(
  projection: RowsProjection<L>,
  event: Recorded,
  rows: Pick<RowBuffer, 'get' | 'put'>,
): Promise<boolean> => {
  const told = heard(projection.listener, event);
  if (!told) return false;
  const next = await projected(projection, told, async (key) => (await rows.get(key)) ?? { row: undefined, guard: 0 });
  for (const { row, guard } of next) rows.put({ row, guard: guard + 1 });
  return true;
};
