import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { CopyId, SeriesId, VolumeId } from '../../events/ids.ts';
import { streamName } from '../../events/stream-name.ts';
import type { CommandContext } from '../platform/command-context.ts';
import { commandLoop } from '../platform/command-loop.ts';
import { inMemoryEventStore } from '../platform/event-store/in-memory.ts';
import { heard } from '../platform/listener/heard.ts';
import { recorded } from '../platform/listener/phrases.ts';
import { addCopies } from './commands/add-copies/add-copies.ts';
import { withdrawCopy } from './commands/withdraw-copy/withdraw-copy.ts';
import { openShelf } from './reactions/open-shelf/react.ts';

const volumeId = VolumeId.parse('0198-v');
const volume = {
  volumeId,
  seriesId: SeriesId.parse('s1'),
  title: '月の図書館 1',
  number: 1,
  publishedOn: '2025-04-01',
  initialCopies: 2,
};
const context = (): CommandContext => ({
  commandId: uuid(),
  correlationId: 'correlation',
  causationId: 'cause',
  actor: { kind: 'operator', id: 'test' },
  now: new Date('2026-05-01T00:00:00Z'),
});

/** An inventory over an empty store, and the catalogue's event of one volume. */
const inventory = () => {
  const store = inMemoryEventStore();
  const decide = commandLoop(store);
  const created = heard('open-shelf', recorded('catalogue.volume-created', streamName('volume', volumeId), 1, volume));
  if (!created) throw new Error('open-shelf hears of volumes');
  return {
    open: () => openShelf({ decide })(created),
    add: (count: number) => addCopies({ decide })(volumeId, { count, reason: 'bought' }, context()),
    withdraw: (copyId: string) => withdrawCopy({ decide })(CopyId.parse(copyId), { reason: 'worn out' }, context()),
    shelf: async () => (await store.read(streamName('shelf', volumeId))).events.map(({ type }) => type),
    catalogued: async () => {
      const { head } = await store.read(streamName('volume', volumeId));
      const { commandId, now, ...metadata } = context();
      const append = { head, events: [{ type: 'catalogue.volume-created', data: volume }] };
      await store.commit({
        id: commandId,
        appends: [append],
        metadata: { ...metadata, occurredAt: now.toISOString() },
      });
    },
  };
};

describe('a shelf', () => {
  it('is opened once, however often and at whatever moment the volume is told', async () => {
    const { open, shelf } = inventory();
    await Promise.all([open(), open(), open()]);
    await open();
    expect(await shelf()).toEqual(['inventory.shelf-opened']);
  });

  it('takes copies at once when many are added at the same moment, and numbers each once', async () => {
    const { open, add, catalogued } = inventory();
    await catalogued();
    await open();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => add(3)));
    const ids = outcomes.flatMap((result) => (result.outcome === 'accepted' ? result.answer.copyIds : []));
    expect(new Set(ids).size).toBe(15);
  });

  it('takes no copies of a volume that nobody knows', async () =>
    expect(await inventory().add(1)).toEqual({ outcome: 'rejected', reason: 'not-found' }));

  it('gives a copy up once', async () => {
    const { open, withdraw } = inventory();
    await open();
    expect(await withdraw(`${volumeId}-1`)).toMatchObject({ outcome: 'accepted' });
    expect(await withdraw(`${volumeId}-1`)).toEqual({ outcome: 'rejected', reason: 'not-found' });
    expect(await withdraw('nothing')).toEqual({ outcome: 'rejected', reason: 'not-found' });
  });
});
