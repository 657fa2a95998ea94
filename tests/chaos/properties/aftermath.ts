import type { BunkoEvent } from '../../../events/catalog.ts';
import type { Recorded } from '../../../events/envelope.ts';
import type { Listener } from '../../../events/subscriptions.ts';
import { idOf, isPosition, type Row, type ViewTable } from '../../../functions/platform/view-store/port.ts';
import type { Request } from '../client.ts';
import type { System } from '../system.ts';
import type { World } from '../world.ts';

export type Told = Recorded<BunkoEvent>;

/** What is left when nothing happens any more, for those who judge it. */
export interface Aftermath {
  world: World;
  system: System;
  requests: readonly Request[];
  /** Every event of the store, in the order in which their commits came. */
  events: readonly Told[];
  /** Names of clients that never came to their end. */
  waiting: readonly string[];
  /** Who was sent records that nobody can understand, once for each. */
  poisoned: readonly Listener[];
}
/** What does not hold; each a sentence. */
export type Property = (after: Aftermath) => Promise<readonly string[]> | readonly string[];

/** All events, read as a consumer reads them. */
export const eventsOf = async ({ commits, store }: World): Promise<readonly Told[]> => {
  const streams = new Map<string, readonly Recorded[]>();
  for (const { pk } of commits) if (!streams.has(pk)) streams.set(pk, (await store.read(pk)).events);
  return commits.flatMap(({ pk, sk, v }) =>
    (streams.get(pk) ?? []).filter(({ version }) => version >= sk && version <= v),
  ) as readonly Recorded[] as readonly Told[];
};

/** The events of one type. */
export const told = <Type extends BunkoEvent['type']>(events: readonly Told[], type: Type) =>
  events.filter((event): event is Extract<Told, { type: Type }> => event.type === type);

/** The rows of a view by their keys, as comparable text; positions are not among them. */
export const rowsIn = async (table: ViewTable): Promise<ReadonlyMap<string, Row>> => {
  const rows = new Map<string, Row>();
  for await (const page of table.upkeep(1).all())
    for (const { row } of page) if (!isPosition(row)) rows.set(idOf(row).replace('\n', ' '), row);
  return rows;
};

/** What is there more than once. */
export const repeated = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];
