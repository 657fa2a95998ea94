import type { FaultKind, FaultPlace } from './fault-table.ts';
import type { Fault, Faults } from './faults.ts';
import type { Random } from './seeded-random.ts';

/** What the rules make of one delivery; times in milliseconds. */
export interface Shaken<Item> {
  /** Delivered now, after `waitMs`; not necessarily in order, and without what is held back. */
  now: readonly Item[];
  waitMs: number;
  /** Delivered `asideMs` from now, whatever has come by then: what is held back, and what comes twice. */
  aside: readonly Item[];
  asideMs: number;
  /** Whether `now` has the order that the items had. */
  inOrder: boolean;
}

const kinds: readonly FaultKind[] = ['duplicate', 'delay', 'reorder'];
const longest = (faults: readonly Fault[], ...of: readonly FaultKind[]): number =>
  Math.max(0, ...faults.filter(({ kind }) => of.includes(kind)).map(({ delayMs }) => delayMs));

/** Asks the rules once for each item of a delivery. Whoever delivers keeps both parts until both are done. */
export const shaken = <Item>(faults: Faults, at: FaultPlace, target: string, items: readonly Item[]): Shaken<Item> => {
  const [now, aside, moved, all]: [Item[], Item[], { item: Item; random: Random }[], Fault[]] = [[], [], [], []];
  for (const item of items) {
    const struck = faults.strike(at, [target], kinds);
    const reorder = struck.find(({ kind }) => kind === 'reorder');
    const comesTwice = struck.some(({ kind }) => kind === 'duplicate');
    // Alone it has nobody to change places with.
    const isHeld = reorder !== undefined && !comesTwice && (items.length === 1 || reorder.random() < 0.5);
    if (comesTwice || isHeld) aside.push(item);
    if (reorder && !isHeld) moved.push({ item, random: reorder.random });
    else if (!isHeld) now.push(item);
    all.push(...struck);
  }
  for (const { item, random } of moved) now.splice(Math.floor(random() * (now.length + 1)), 0, item);
  const asideMs = longest(all, 'duplicate', 'reorder');
  return { now, waitMs: longest(all, 'delay'), aside, asideMs, inOrder: moved.length === 0 };
};
