import type { Recorded } from '../../../events/envelope.ts';
import type { Listener } from '../../../events/subscriptions.ts';
import { heard } from '../listener/heard.ts';
import type { RowProjection } from '../projection.ts';
import { type Guarded, idOf, isPosition, type Key } from '../view-store/port.ts';
import { commitsInOrder } from './commits-in-order.ts';
import { type Comparing, type Comparison, type Difference, isSame, MOST_LOOKS, shownKey } from './comparison.ts';
import { pagesOf } from './history.ts';
import { foldedRow } from './rebuildable.ts';

/** A stream that was scanned to its end. */
interface Scanned {
  folded: Guarded;
  last: Recorded;
}
type Compared = Difference | 'same';

/**
 * Compares rows of one stream each with the fold of their streams, exactly and while listeners write: a row says which
 * version it shows, so that it is compared with the fold up to there. The keys are read before the streams: a row that was
 * there by then has its events in the scan.
 */
export const compareRows = async <L extends Listener>(
  projection: RowProjection<L>,
  comparing: Comparing,
): Promise<Comparison> => {
  const { table, generation, beat } = comparing;
  const unseen = await keysIn(comparing);
  const differences: Difference[] = [];
  let compared = 0;
  const compare = async (streams: readonly Scanned[]) => {
    const found = await table.upkeep(generation).read(streams.map(({ folded }) => folded.row));
    for (const one of streams) {
      const id = idOf(one.folded.row);
      unseen.delete(id);
      compared += 1;
      const result = await verdict(projection, comparing, one, found.get(id));
      if (result !== 'same') differences.push(result);
    }
    await beat();
  };
  for await (const streams of scannedStreams(projection, comparing)) await compare(streams);
  for (const key of unseen.values()) {
    const { row } = await table.generation(generation).get(key);
    compared += 1;
    if (row) differences.push({ key: shownKey(key), live: row, folded: null });
  }
  return { compared, differences, undecided: 0 };
};

const keysIn = async ({ table, generation, beat }: Comparing): Promise<Map<string, Key>> => {
  const keys = new Map<string, Key>();
  for await (const page of table.upkeep(generation).all()) {
    for (const { row } of page) if (!isPosition(row)) keys.set(idOf(row), { pk: row.pk, sk: row.sk });
    await beat();
  }
  return keys;
};

/** The streams of the event table with their rows, some at a time. */
async function* scannedStreams<L extends Listener>(
  projection: RowProjection<L>,
  { history }: Comparing,
): AsyncGenerator<readonly Scanned[]> {
  const inOrder = commitsInOrder(history, async () => 0);
  const open = new Map<number, { stream: string; scanned: Scanned | undefined }>();
  for await (const { segment, commits } of pagesOf(history)) {
    const whole: Scanned[] = [];
    for (const commit of commits) {
      const events = await inOrder(segment, commit);
      let current = open.get(segment);
      if (current?.stream !== commit.stream) {
        if (current?.scanned) whole.push(current.scanned);
        current = { stream: commit.stream, scanned: undefined };
        open.set(segment, current);
      }
      const last = events.findLast((event) => heard(projection.listener, event) !== undefined);
      const folded = foldedRow(projection, events, current.scanned?.folded);
      if (last && folded) current.scanned = { folded, last };
    }
    yield whole;
  }
  yield [...open.values()].flatMap(({ scanned }) => scanned ?? []);
}

/** Looks again when the row is not as far as the scan or farther; what it shows is then folded from the store. */
const verdict = async <L extends Listener>(
  projection: RowProjection<L>,
  { table, generation, history, awaits }: Comparing,
  { folded, last }: Scanned,
  found: Guarded | undefined,
): Promise<Compared> => {
  if (found?.guard === folded.guard && isSame(found.row, folded.row)) return 'same';
  const view = table.generation(generation);
  for (let look = 1; ; look++) {
    const { row, guard } = await view.get(folded.row);
    const { events } = await history.read(last.stream);
    const shown = foldedRow(
      projection,
      events.filter(({ version }) => version <= guard),
    );
    const isRight = row !== undefined && shown !== undefined && isSame(row, shown.row);
    if (isRight && guard >= last.version) return 'same';
    const isBehind = guard < last.version && (isRight || guard === 0);
    if (!isBehind || look === MOST_LOOKS) {
      const whole = foldedRow(projection, events);
      return {
        key: shownKey(folded.row),
        live: row ?? null,
        folded: (isBehind ? whole : (shown ?? whole))?.row ?? null,
      };
    }
    await awaits(last);
  }
};
