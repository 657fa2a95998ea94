import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { BusinessDay } from '../../../../events/business-day.ts';
import type { DayBegan } from '../../../../events/platform/day-began.ts';
import { withEngine } from '../../../../tests/support/engine.ts';
import { commandLoop } from '../../command-loop.ts';
import type { Aggregate } from '../../decider.ts';
import { from } from '../../source.ts';
import { inMemoryBlobs } from '../blobs/in-memory.ts';
import { dynamoEventStore } from '../dynamodb.ts';
import { inMemoryEventStore } from '../in-memory.ts';
import type { EventStore } from '../port.ts';
import { closedVault } from '../vault/closed.ts';
import { snapshotsContract } from './contract-suite.ts';
import { dynamoSnapshots } from './dynamodb.ts';
import { inMemorySnapshots } from './in-memory.ts';
import type { Snapshots } from './port.ts';

const documents = withEngine([{ name: 'events', sort: 'N' }, { name: 'claims' }, { name: 'snapshots', sort: 'S' }]);

snapshotsContract('snapshots in memory', async () => inMemorySnapshots());
snapshotsContract('snapshots on DynamoDB', async () => dynamoSnapshots(documents(), 'snapshots'));

const day = (number: number): DayBegan => ({
  type: 'platform.day-began',
  data: { day: BusinessDay.parse(`2026-05-${String((number % 28) + 1).padStart(2, '0')}`) },
});
const count: Aggregate<number, DayBegan> = { reducer: 'r1', initialState: 0, evolve: (seen) => seen + 1 };
const context = () => ({
  commandId: uuid(),
  correlationId: 'correlation',
  causationId: 'cause',
  actor: { kind: 'operator' as const, id: 'test' },
  now: new Date('2026-05-01T00:00:00Z'),
});
const oneMore = (store: EventStore, snapshots: Snapshots, id: string, aggregate = count) =>
  commandLoop(store, { snapshots })(context(), { own: from('calendar', id, aggregate) }, ({ own }) => ({
    outcome: 'accepted',
    events: { own: [day(own)] },
    answer: own,
  }));
const written = async (store: EventStore, id: string, commits: number, perCommit: number) => {
  for (let done = 0; done < commits; done++) {
    const { head } = await store.read(`main#calendar#${id}`);
    const events = Array.from({ length: perCommit }, (_, number) => day(number));
    const { now, commandId, ...metadata } = context();
    await store.commit({
      id: commandId,
      appends: [{ head, events }],
      metadata: { ...metadata, occurredAt: now.toISOString() },
    });
  }
};

describe('a long stream', () => {
  it('of 10,000 events is loaded by a function that never saw it with two calls', async () => {
    let calls = 0;
    const client = documents();
    const store = dynamoEventStore(
      client,
      { events: 'events', claims: 'claims' },
      { vault: closedVault, blobs: inMemoryBlobs() },
    );
    const snapshots = dynamoSnapshots(client, 'snapshots');
    await written(store, 'long', 100, 100);
    expect(await oneMore(store, snapshots, 'long')).toMatchObject({ outcome: 'accepted', answer: 10_000 });

    const counted = (next: (args: never) => Promise<never>) => (args: never) => {
      calls++;
      return next(args);
    };
    client.middlewareStack.add(counted as never, { step: 'initialize', name: 'counted' });
    expect(await oneMore(store, snapshots, 'long')).toMatchObject({ outcome: 'accepted', answer: 10_001 });
    client.middlewareStack.remove('counted');
    // The snapshot, what came after it, and the commit itself.
    expect(calls).toBe(3);
  });

  it('gets a snapshot after 50 commits, and the next after 50 more', async () => {
    const [store, snapshots] = [inMemoryEventStore(), inMemorySnapshots()];
    const decide = commandLoop(store, { snapshots });
    const versions: (number | undefined)[] = [];
    for (let commit = 1; commit <= 101; commit++) {
      await decide(context(), { own: from('calendar', 'a', count) }, () => ({
        outcome: 'accepted',
        events: { own: [day(commit)] },
        answer: commit,
      }));
      versions.push((await snapshots.find('main#calendar#a', 'r1'))?.place.version);
    }
    expect([versions[48], versions[49], versions[98], versions[99]]).toEqual([undefined, 50, 50, 100]);
  });

  it('is folded from the beginning when its reducer has changed, or history is not the one of the snapshot', async () => {
    const [store, snapshots] = [inMemoryEventStore(), inMemorySnapshots()];
    await written(store, 'a', 60, 1);
    await oneMore(store, snapshots, 'a');
    const twice = { ...count, reducer: 'r2', evolve: (seen: number) => seen + 2 };
    expect(await oneMore(store, snapshots, 'a', twice)).toMatchObject({ answer: 122 });

    const restored = inMemoryEventStore();
    await written(restored, 'a', 61, 1);
    expect(await oneMore(restored, snapshots, 'a')).toMatchObject({ answer: 61 });
  });

  it('loses nothing but time when a snapshot is broken, or cannot be kept', async () => {
    const [store, kept] = [inMemoryEventStore(), dynamoSnapshots(documents(), 'snapshots')];
    await written(store, 'b', 60, 1);
    await documents().send(
      new PutCommand({
        TableName: 'snapshots',
        Item: { pk: 'main#calendar#b', sk: 'r1', state: Buffer.from('no'), version: 60, commit: 'c', begins: 60 },
      }),
    );
    expect(await oneMore(store, kept, 'b')).toMatchObject({ outcome: 'accepted', answer: 60 });
    const away: Snapshots = {
      find: async () => {
        throw new Error('away');
      },
      keep: async () => {
        throw new Error('away');
      },
    };
    expect(await oneMore(store, away, 'b')).toMatchObject({ outcome: 'accepted', answer: 61 });
  });
});
