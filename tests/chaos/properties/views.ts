import { isDeepStrictEqual } from 'node:util';
import { availabilityIn, ShelfRow } from '../../../functions/inventory/projections/availability/view.ts';
import { processPace } from '../../../functions/platform/pace.ts';
import { inMemoryViewTable } from '../../../functions/platform/view-store/in-memory.ts';
import type { Row, ViewTable } from '../../../functions/platform/view-store/port.ts';
import { RankRow } from '../../../functions/rankings/projections/ranking/view.ts';
import { type ViewFeed, viewFeeds } from '../view-feeds.ts';
import { type Aftermath, type Property, rowsIn, type Told, told } from './aftermath.ts';

/** The view made anew: every event once, in order. */
const folded = async ({ events, world: { store } }: Aftermath, { applyTo }: ViewFeed): Promise<ViewTable> => {
  const table = inMemoryViewTable();
  const apply = applyTo(table.generation(1), store, processPace);
  for (const event of events) await apply(event);
  return table;
};

/** What differs between two sets of rows. */
export const differences = (
  name: string,
  found: ReadonlyMap<string, Row>,
  expected: ReadonlyMap<string, Row>,
): readonly string[] =>
  [...new Set([...found.keys(), ...expected.keys()])]
    .filter((key) => !isDeepStrictEqual(found.get(key), expected.get(key)))
    .map((key) => `${name} ${key} is ${JSON.stringify(found.get(key))}, not ${JSON.stringify(expected.get(key))}`);

/** Every read model is what the store says it should be. */
export const viewsEqualTheFold: Property = async (after) => {
  const wrong: string[] = [];
  for (const feed of viewFeeds) {
    const table = after.world.views.get(feed.listener);
    if (table) wrong.push(...differences(feed.listener, await rowsIn(table), await rowsIn(await folded(after, feed))));
  }
  return wrong;
};

/** Where the copies of each volume are and how many wait, counted from history without any code of the read model's writer. */
const stockIn = (events: readonly Told[], volumeId: string) => {
  const [there, lent, aside, waiting] = [1, 2, 3, 4].map(() => new Set<string>()) as [
    Set<string>,
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  for (const { type, data } of events) {
    if (!('volumeId' in data) || data.volumeId !== volumeId) continue;
    if (type === 'inventory.shelf-opened' || type === 'inventory.copies-added')
      for (const copyId of data.copyIds) there.add(copyId);
    if (type === 'inventory.copy-found') there.add(data.copyId);
    if (type === 'inventory.copy-withdrawn' || type === 'inventory.copy-lost')
      for (const set of [there, lent, aside]) set.delete(data.copyId);
    if (type === 'lending.copy-lent') lent.add(data.copyId);
    if (type === 'lending.copy-brought-back') lent.delete(data.copyId);
    if (type === 'lending.hold-placed' || type === 'lending.hold-put-back') waiting.add(data.holdId);
    if (type === 'lending.hold-offered') aside.add(data.copyId);
    if (type === 'lending.hold-offered' || type === 'lending.hold-cancelled') waiting.delete(data.holdId);
    if (type === 'lending.hold-expired' || type === 'lending.hold-fulfilled') aside.delete(data.copyId);
    if (type === 'lending.hold-cancelled' && data.copyId !== null) aside.delete(data.copyId);
  }
  const available = there.size - lent.size - aside.size;
  return { copies: there.size, available, onLoan: lent.size, onHold: aside.size, waiting: waiting.size };
};

/** Every copy is shown where history has it, and nothing is free while somebody waits. */
export const stockAddsUp: Property = async ({ events, world: { views } }) => {
  const table = views.get('availability');
  const rows = table ? [...(await rowsIn(table)).values()] : [];
  return rows.flatMap((row) => {
    const { volumeId, ...shown } = availabilityIn(ShelfRow.parse(row));
    const counted = stockIn(events, volumeId);
    return [
      ...(isDeepStrictEqual(shown, counted)
        ? []
        : [`${volumeId} shows ${JSON.stringify(shown)}; history says ${JSON.stringify(counted)}`]),
      ...(shown.available > 0 && shown.waiting > 0 ? [`${volumeId} has free copies while ${shown.waiting} wait`] : []),
    ];
  });
};

/** Every loan counts once for each of its volumes. */
export const rankingsAddUp: Property = async ({ events, world: { views } }) => {
  const table = views.get('ranking');
  const rows = table ? [...(await rowsIn(table)).values()].map((row) => RankRow.parse(row)) : [];
  const lent = told(events, 'lending.loan-opened').reduce((sum, { data }) => sum + data.items.length, 0);
  const counted = rows.filter(({ bucket }) => bucket === 'all').reduce((sum, row) => sum + row.borrowCount, 0);
  return counted === lent ? [] : [`the ranking of all time counts ${counted} loans, history has ${lent}`];
};
