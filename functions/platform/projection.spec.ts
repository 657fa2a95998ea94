import { describe, expect, it } from 'vitest';
import type { Recorded } from '../../events/envelope.ts';
import { inMemoryEventStore } from './event-store/in-memory.ts';
import { type RowProjection, type RowsProjection, rowPerStream, severalRows } from './projection.ts';
import { inMemoryViewStore } from './view-store/in-memory.ts';

const copies: RowProjection<'availability'> = {
  listener: 'availability',
  keyOf: ({ data: { volumeId } }) => ({ pk: volumeId, sk: 'shelf' }),
  evolve: (row, event) => ({ seen: [...((row?.seen as string[] | undefined) ?? []), event.type] }),
};
const total: RowsProjection<'availability'> = {
  listener: 'availability',
  keysOf: () => [{ pk: 'all', sk: 'total' }],
  project: (_, [row]) => [{ pk: 'all', sk: 'total', count: Number(row?.count ?? 0) + 1 }],
};

const metadata = {
  correlationId: 'c',
  causationId: 'c',
  actor: { kind: 'operator' as const, id: 'test' },
  occurredAt: '2026-05-01T00:00:00.000Z',
};

/** A shelf with six events in three commits, and its history. */
const shelf = async (volumeId: string) => {
  const store = inMemoryEventStore();
  const stream = `main#shelf#${volumeId}`;
  const lent = { type: 'lending.copy-lent', data: { volumeId, copyId: 'c', loanId: 'l', memberId: 'm' } };
  const back = { type: 'lending.copy-brought-back', data: { volumeId, copyId: 'c', loanId: 'l' } };
  const opened = { type: 'inventory.shelf-opened', data: { volumeId, copyIds: ['c'] } };
  for (const [index, events] of [[opened, lent], [back], [lent, back, lent]].entries())
    await store.commit({
      id: `${volumeId}-${index}`,
      appends: [{ head: (await store.read(stream)).head, events }],
      metadata,
    });
  return { store, history: (await store.read(stream)).events };
};

const shuffled = <T>(items: readonly T[], seed: number): T[] => {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31);
  return items
    .map((item) => ({ item, at: next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
};

describe('a read model', () => {
  const expected = [
    'inventory.shelf-opened',
    'lending.copy-lent',
    'lending.copy-brought-back',
    'lending.copy-lent',
    'lending.copy-brought-back',
    'lending.copy-lent',
  ];

  it.each(
    Array.from({ length: 20 }, (_, seed) => seed + 1),
  )('shows the same whatever the order and however often events arrive (seed %i)', async (seed) => {
    const { store, history } = await shelf('v');
    const view = inMemoryViewStore();
    const apply = rowPerStream(copies, view, store);
    for (const event of shuffled([...history, ...history], seed)) await apply(event);
    expect((await view.get({ pk: 'v', sk: 'shelf' })).row).toMatchObject({ seen: expected });
  });

  it('fills the gap when a record never arrives', async () => {
    const { store, history } = await shelf('v');
    const view = inMemoryViewStore();
    await rowPerStream(copies, view, store)(history.at(-1) as Recorded);
    expect(await view.get({ pk: 'v', sk: 'shelf' })).toMatchObject({ row: { seen: expected }, guard: 6 });
  });

  it('shows the same when many consumers apply the same events at the same moment', async () => {
    const { store, history } = await shelf('v');
    const view = inMemoryViewStore();
    const apply = rowPerStream(copies, view, store);
    await Promise.all(shuffled([...history, ...history, ...history], 7).map(apply));
    expect((await view.get({ pk: 'v', sk: 'shelf' })).row).toMatchObject({ seen: expected });
  });

  it('counts every event once in a row that many streams share, shuffled, doubled and all at once', async () => {
    const view = inMemoryViewStore();
    const shelves = await Promise.all(['v1', 'v2', 'v3', 'v4'].map(shelf));
    await Promise.all(
      shelves.map(async ({ store, history }, index) => {
        const apply = severalRows(total, view, store);
        for (const event of shuffled([...history, ...history], index + 3)) await apply(event);
      }),
    );
    expect((await view.get({ pk: 'all', sk: 'total' })).row).toMatchObject({ count: 24 });
  });
});
