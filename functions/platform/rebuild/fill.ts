import type { Recorded } from '../../../events/envelope.ts';
import { positionKey } from '../view-store/port.ts';
import { commitsInOrder } from './commits-in-order.ts';
import { pagesOf } from './history.ts';
import { foldedRow, projectOnto, type Rebuildable } from './rebuildable.ts';
import { MOST_UNWRITTEN, type RowBuffer, rowBuffer } from './row-buffer.ts';
import { advanced, type ProjectionState, restarted, type Scan } from './state.ts';
import type { Step, StepResult } from './work.ts';

/**
 * Fills the new generation, which nobody else writes, with everything that was committed: a parallel scan through the
 * projection into rows in memory, which are written many at once and without conditions. Whenever they are, it is noted how
 * far the scan came; another invocation goes on from there.
 */
export const fill = async (step: Step): Promise<StepResult> => {
  if (step.rebuild.isFlushing && step.projection.kind === 'several-rows') return startAgain(step);
  const { rebuild, projection, table, history, lease, isTimeUp, mostUnwritten = MOST_UNWRITTEN } = step;
  const buffer = rowBuffer(table.upkeep(rebuild.generation), { isFresh: rebuild.scan === undefined, mostUnwritten });
  const { knownOf, take } = filling(projection, buffer);
  const inOrder = commitsInOrder(history, knownOf);
  let { scanned } = rebuild;
  const flush = async (scan: Scan) => {
    await lease.save((state) => noting(state, { isFlushing: true }));
    await buffer.flush();
    await lease.save((state) => noting(state, { isFlushing: false, scan, scanned }));
  };
  let reached = rebuild.scan;
  for await (const { segment, commits, scan } of pagesOf(history, rebuild.scan)) {
    for (const commit of commits) await take(segment, await inOrder(segment, commit));
    scanned += commits.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    reached = scan;
    if (buffer.isFull()) await flush(scan);
    else await lease.beat();
    if (!isTimeUp()) continue;
    await flush(scan);
    return 'time-is-up';
  }
  await flush(reached ?? []);
  await lease.save((state) => advanced(state, 'catching-up'));
  return 'finished';
};

/** Rows that many streams share cannot tell whether a stream was counted before whoever wrote them died. */
const startAgain = async ({ lease }: Step): Promise<StepResult> => {
  await lease.save(restarted);
  return 'finished';
};

const noting = (state: ProjectionState, more: Partial<NonNullable<ProjectionState['rebuild']>>): ProjectionState =>
  state.rebuild ? { ...state, rebuild: { ...state.rebuild, ...more } } : state;

interface Filling {
  /** The version of a stream from which on it is to be told, when the scan takes it up in its middle. */
  knownOf(stream: string): Promise<number>;
  /** Events of one stream, in order. */
  take(segment: number, events: readonly Recorded[]): Promise<void>;
}

const filling = (projection: Rebuildable, buffer: RowBuffer): Filling => {
  if (projection.kind === 'several-rows')
    return {
      knownOf: async (stream) => (await buffer.get(positionKey(stream)))?.guard ?? 0,
      async take(_, events) {
        for (const event of events)
          if (await projectOnto(projection, event, buffer))
            buffer.put({ row: positionKey(event.stream), guard: event.version });
      },
    };
  const open = new Map<number, { stream: string; folded: ReturnType<typeof foldedRow> }>();
  return {
    // A row is folded from the beginning of its stream, so that it never depends on one that was written.
    knownOf: async () => 0,
    async take(segment, events) {
      const stream = events[0]?.stream;
      if (stream === undefined) return;
      const before = open.get(segment);
      const folded = foldedRow(projection, events, before?.stream === stream ? before.folded : undefined);
      open.set(segment, { stream, folded });
      if (folded) buffer.put(folded);
    },
  };
};
