import { isDeepStrictEqual } from 'node:util';
import { availabilityIn, ShelfRow } from '../../../functions/inventory/projections/availability/view.ts';
import { processPace } from '../../../functions/platform/pace.ts';
import { inMemoryViewTable } from '../../../functions/platform/view-store/in-memory.ts';
import type { Row, ViewTable } from '../../../functions/platform/view-store/port.ts';
import { RankRow } from '../../../functions/rankings/projections/ranking/view.ts';
import { type ViewFeed, viewFeeds } from '../view-feeds.ts';
import { type Aftermath, type Property, rowsIn, told } from './aftermath.ts';

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

/** Copies that are there, on loan and free, counted from history without any code of the read model's writer. */
export const stockAddsUp: Property = async ({ events, world: { views } }) => {
  const table = views.get('availability');
  const rows = table ? [...(await rowsIn(table)).values()] : [];
  return rows.flatMap((row) => {
    const { volumeId, copies, onLoan, available } = availabilityIn(ShelfRow.parse(row));
    const count = (sign: number, type: string, size: (data: { copyIds?: readonly string[] }) => number) =>
      events
        .filter((event) => event.type === type && 'volumeId' in event.data && event.data.volumeId === volumeId)
        .reduce((sum, event) => sum + sign * size(event.data as { copyIds?: readonly string[] }), 0);
    const several = (data: { copyIds?: readonly string[] }) => data.copyIds?.length ?? 0;
    const one = () => 1;
    const there =
      count(1, 'inventory.shelf-opened', several) +
      count(1, 'inventory.copies-added', several) +
      count(-1, 'inventory.copy-withdrawn', one);
    const lent = count(1, 'lending.copy-lent', one) + count(-1, 'lending.copy-brought-back', one);
    const shown = [copies, onLoan, available].join();
    const counted = [there, lent, there - lent].join();
    return shown === counted ? [] : [`${volumeId} shows copies, on loan, available ${shown}; history says ${counted}`];
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
