import type { Recorded } from '../../../events/envelope.ts';
import { inMemoryEventStore } from '../event-store/in-memory.ts';
import type { RowProjection, RowsProjection } from '../projection.ts';
import { inMemoryViewTable } from '../view-store/in-memory.ts';
import type { Guarded, Key, Upkeep, ViewStore, ViewTable } from '../view-store/port.ts';
import { compareLive } from './compare-live.ts';
import { following } from './following.ts';
import { inMemoryHistory } from './history-in-memory.ts';
import { liveView } from './live-view.ts';
import { maintain } from './maintain.ts';
import { orderRebuild } from './ordering.ts';
import { pointers } from './pointers.ts';
import { applierOf, rebuildable } from './rebuildable.ts';
import type { ProjectionStates } from './states.ts';
import { inMemoryStates } from './states-in-memory.ts';

/** Words of the rebuild tests. */

export const VIEW = 'availability';

/** Few, so that a filling is written in many parts. */
const MOST_UNWRITTEN = 3;

/** A row for each shelf, which tells all that happened to it. */
export const shelves: RowProjection<'availability'> = {
  listener: 'availability',
  keyOf: ({ data: { volumeId } }) => ({ pk: volumeId, sk: 'shelf' }),
  evolve: (row, event) => ({
    seen: [...((row?.seen as string[] | undefined) ?? []), `${event.type}@${event.version}`],
  }),
};

/** One row that all shelves share, and one for each. */
export const totals: RowsProjection<'availability'> = {
  listener: 'availability',
  keysOf: ({ data: { volumeId } }) => [
    { pk: 'all', sk: 'total' },
    { pk: volumeId, sk: 'total' },
  ],
  project: ({ data: { volumeId } }, [all, one]) => [
    { pk: 'all', sk: 'total', count: Number(all?.count ?? 0) + 1 },
    { pk: volumeId, sk: 'total', count: Number(one?.count ?? 0) + 1 },
  ],
};

const metadata = {
  correlationId: 'c',
  causationId: 'c',
  actor: { kind: 'operator' as const, id: 'test' },
  occurredAt: '2026-05-01T00:00:00.000Z',
};

/** What happens before a call: nothing, or a fault. */
type Before = (call: string) => void | Promise<void>;

const watchedTable = (table: ViewTable, before: Before): ViewTable => ({
  generation: (number) => watched(`generation ${number}`, table.generation(number), before),
  upkeep(number) {
    const upkeep = table.upkeep(number);
    return {
      async read(keys: readonly Key[]) {
        await before('read rows');
        return upkeep.read(keys);
      },
      async *all() {
        await before('all rows');
        yield* upkeep.all();
      },
      async write(rows: readonly Guarded[]) {
        // A crash in the middle leaves one half written.
        await upkeep.write(rows.slice(0, rows.length / 2));
        await before('write rows');
        await upkeep.write(rows);
      },
    } satisfies Upkeep;
  },
  async keepOnly(generations) {
    await before('remove rows');
    return table.keepOnly(generations);
  },
});

const watched = (name: string, view: ViewStore, before: Before): ViewStore => ({
  ...view,
  async get(key) {
    await before(`${name} get`);
    return view.get(key);
  },
  async put(row, guards) {
    await before(`${name} put`);
    return view.put(row, guards);
  },
  async putAll(rows, position) {
    await before(`${name} putAll`);
    return view.putAll(rows, position);
  },
});

const watchedStates = (states: ProjectionStates, before: Before): ProjectionStates => ({
  of: (view) => states.of(view),
  async replace(view, state) {
    await before('replace state');
    const isReplaced = await states.replace(view, state);
    await before('state replaced');
    return isReplaced;
  },
});

interface Given {
  projection: RowProjection<'availability'> | RowsProjection<'availability'>;
}

/** A library with a listener, a reader and a maintainer of one view, in memory and in a time of its own. */
export const givenLibrary = ({ projection }: Given) => {
  const past = inMemoryHistory();
  const store = inMemoryEventStore(past);
  const table = inMemoryViewTable();
  const states = inMemoryStates();
  const kind = rebuildable(projection);
  let time = 1_000_000;
  let commits = 0;
  const now = () => time;
  const pass = (milliseconds: number): void => {
    time += milliseconds;
  };
  const known = pointers(states, now);
  const listener = following({
    view: VIEW,
    pointers: known,
    generation: (number) => table.generation(number),
    applyTo: (view) => applierOf(kind, view, store),
    now,
  });
  /** Each learns of a flip at a time of its own. */
  const newReader = () => liveView(VIEW, pointers(states, now), (number) => table.generation(number));
  const start = async () => {};
  const newRebuildId = () => `rebuild-${time}`;
  const undelivered: Recorded[] = [];
  const told = new Map<string, number>();

  const library = {
    store,
    table,
    states,
    newReader,
    now,
    pass,
    state: () => states.of(VIEW),
    /** Events of one shelf in one commit, not told to the listener yet. */
    async happens(volumeId: string, ...types: ('lent' | 'back' | 'opened')[]): Promise<void> {
      const { head } = await store.read(`main#shelf#${volumeId}`);
      const names = { lent: 'lending.copy-lent', back: 'lending.copy-brought-back', opened: 'inventory.shelf-opened' };
      const events = types.map((type) => ({
        type: names[type],
        data: { volumeId, copyId: 'c', loanId: 'l', memberId: 'm', ...(type === 'opened' && { copyIds: ['c'] }) },
      }));
      await store.commit({ id: `commit-${commits++}`, appends: [{ head, events }], metadata });
      undelivered.push(...(await store.read(head.stream, head.version)).events);
    },
    /** The listener hears everything it has not heard. */
    async delivered(): Promise<void> {
      for (const event of undelivered.splice(0)) {
        await listener(event);
        told.set(event.stream, event.version);
      }
    },
    /** The streams that the listener was told of, and how far. */
    told: told as ReadonlyMap<string, number>,
    order: () => orderRebuild({ states, start, newRebuildId, now: () => new Date(time) })(VIEW),
    /** Runs the maintenance function once; `before` sees each of its calls and may throw. */
    async maintained(before: Before = () => {}, isTimeUp: () => boolean = () => false) {
      const history = past.of(store);
      return maintain(
        {
          view: VIEW,
          projection: kind,
          states: watchedStates(states, before),
          table: watchedTable(table, before),
          history: {
            ...history,
            async page(segment, after) {
              await before('page');
              return history.page(segment, after);
            },
          },
          now,
          mostUnwritten: MOST_UNWRITTEN,
          async pause(milliseconds) {
            pass(milliseconds);
            await before('pause');
          },
        },
        isTimeUp,
      );
    },
    /** Compares the live generation; `meanwhile` happens whenever it waits for the listener. */
    async compared(meanwhile: () => Promise<void> = async () => {}, isTimeUp: () => boolean = () => false) {
      const workshop = { view: VIEW, projection: kind, states, table, history: past.of(store), now };
      const compared = await compareLive({ ...workshop, pause: meanwhile }, isTimeUp);
      return compared.outcome === 'compared' ? compared : { ...compared, differences: [] };
    },
    /** The rows of a generation by key; positions are none. */
    async rows(generation: number): Promise<Readonly<Record<string, unknown>>> {
      const pages = await Array.fromAsync(table.upkeep(generation).all());
      const rows = pages.flat().filter(({ row }) => !row.pk.startsWith('@'));
      return Object.fromEntries(rows.map(({ row: { pk, sk, ...row } }) => [`${pk}/${sk}`, row]));
    },
    /** The rows that a fold of the whole store, event by event in order, makes. */
    async folded(): Promise<Readonly<Record<string, unknown>>> {
      const other = inMemoryViewTable();
      const apply = applierOf(kind, other.generation(1), store);
      for (const stream of streamsIn(await Array.fromAsync(pagesIn(past.of(store)))))
        for (const event of (await store.read(stream)).events) await apply(event);
      const rows = (await Array.fromAsync(other.upkeep(1).all())).flat().filter(({ row }) => !row.pk.startsWith('@'));
      return Object.fromEntries(rows.map(({ row: { pk, sk, ...row } }) => [`${pk}/${sk}`, row]));
    },
  };
  return library;
};

type Past = ReturnType<ReturnType<typeof inMemoryHistory>['of']>;
async function* pagesIn(history: Past) {
  for (let segment = 0; segment < history.segments; segment++) {
    let after: Parameters<Past['page']>[1] = null;
    for (;;) {
      const page: Awaited<ReturnType<Past['page']>> = await history.page(segment, after);
      yield page.commits;
      if (page.next === 'ended') break;
      after = page.next;
    }
  }
}
const streamsIn = (pages: readonly (readonly { stream: string }[])[]) => [
  ...new Set(pages.flat().map(({ stream }) => stream)),
];
