import type { Recorded } from '../../../events/envelope.ts';
import type { Listener } from '../../../events/subscriptions.ts';
import { heard } from '../listener/heard.ts';
import type { RowsProjection } from '../projection.ts';
import { type Guarded, idOf, isPosition, type Key, positionKey } from '../view-store/port.ts';
import { commitsInOrder } from './commits-in-order.ts';
import { type Comparing, type Comparison, type Difference, isSame, MOST_LOOKS, shownKey } from './comparison.ts';
import { pagesOf } from './history.ts';
import { projectOnto } from './rebuildable.ts';

type Rows = Map<string, Guarded>;

/** Rows that changed while they were looked at are looked at again, this often. */
const MOST_ROUNDS = 5;

/**
 * Compares rows that many streams share with a fold in memory, while listeners write. The fold takes each stream as far as
 * the view says it has come. A row that nobody touched from before to after that is shown exactly as it was folded, or is
 * wrong; one that was touched is looked at again. Such views count and list, so their rows fit into memory, however long
 * their history.
 */
export const compareSharedRows = async <L extends Listener>(
  projection: RowsProjection<L>,
  comparing: Comparing,
): Promise<Comparison> => {
  let round = await compareOnce(projection, comparing, undefined);
  const { compared } = round;
  const differences = [...round.differences];
  for (let count = 1; count < MOST_ROUNDS && round.moving.size > 0; count++) {
    round = await compareOnce(projection, comparing, round.moving);
    differences.push(...round.differences);
  }
  return { compared: compared - round.moving.size, differences, undecided: round.moving.size };
};

interface Round {
  compared: number;
  differences: readonly Difference[];
  moving: ReadonlySet<string>;
}

/** One look at all rows, or at some. */
const compareOnce = async <L extends Listener>(
  projection: RowsProjection<L>,
  comparing: Comparing,
  some: ReadonlySet<string> | undefined,
): Promise<Round> => {
  const before = await rowsIn(comparing);
  const { rows: folded, lost } = await foldAsFarAsShown(projection, comparing);
  const ids = [...new Set([...before.keys(), ...folded.keys()])].filter((id) => !some || some.has(id));
  const doubtful = ids.flatMap((id) => {
    const [was, should] = [before.get(id), folded.get(id)];
    if (was && should && isSame(was.row, should.row)) return [];
    const row = was?.row ?? should?.row;
    return row ? [{ id, key: { pk: row.pk, sk: row.sk }, was, should }] : [];
  });
  const after = await comparing.table.upkeep(comparing.generation).read(doubtful.map(({ key }) => key));
  const isStill = ({ id, was }: (typeof doubtful)[number]) => after.get(id)?.guard === was?.guard || !after.has(id);
  const [still, moving] = [doubtful.filter(isStill), doubtful.filter((one) => !isStill(one))];
  const wrong = still.map(({ id, key, should }) => ({
    key: shownKey(key),
    live: after.get(id)?.row ?? null,
    folded: should?.row ?? null,
  }));
  return {
    compared: ids.length,
    differences: some ? wrong : [...wrong, ...lost],
    moving: new Set(moving.map(({ id }) => id)),
  };
};

const rowsIn = async ({ table, generation, beat }: Comparing): Promise<Rows> => {
  const rows: Rows = new Map();
  for await (const page of table.upkeep(generation).all()) {
    for (const guarded of page) if (!isPosition(guarded.row)) rows.set(idOf(guarded.row), guarded);
    await beat();
  }
  return rows;
};

/** The rows of a fold of each stream up to its position in the view, and the streams that never came as far as they should. */
const foldAsFarAsShown = async <L extends Listener>(projection: RowsProjection<L>, comparing: Comparing) => {
  const { history, table, generation, beat } = comparing;
  const rows: Rows = new Map();
  const memory = {
    get: async (key: Key) => rows.get(idOf(key)),
    put: (guarded: Guarded) => void rows.set(idOf(guarded.row), guarded),
  };
  const inOrder = commitsInOrder(history, async () => 0);
  const behind = new Map<string, Recorded>();
  for await (const { segment, commits } of pagesOf(history)) {
    const events: Recorded[] = [];
    for (const commit of commits)
      events.push(...(await inOrder(segment, commit)).filter((event) => heard(projection.listener, event)));
    const keys = [...new Set(events.map(({ stream }) => stream))].map(positionKey);
    const positions = await table.upkeep(generation).read(keys);
    for (const event of events)
      if (event.version <= (positions.get(idOf(positionKey(event.stream)))?.guard ?? 0))
        await projectOnto(projection, event, memory);
      else behind.set(event.stream, event);
    await beat();
  }
  return { rows, lost: await lostAmong([...behind.values()], comparing) };
};

/** Those of some events that the view does not show even after a while. */
const lostAmong = async (
  events: readonly Recorded[],
  { table, generation, awaits, beat }: Comparing,
): Promise<readonly Difference[]> => {
  const view = table.generation(generation);
  const lost: Difference[] = [];
  for (const event of events) {
    const isShown = async () => (await view.position(event.stream)) >= event.version;
    let looks = 1;
    for (; !(await isShown()) && looks < MOST_LOOKS; looks++) await awaits(event);
    const key = positionKey(event.stream);
    if (looks === MOST_LOOKS && !(await isShown()))
      lost.push({ key: shownKey(key), live: null, folded: { ...key, version: event.version } });
    await beat();
  }
  return lost;
};
