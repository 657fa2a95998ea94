import { brotliCompressSync } from 'node:zlib';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { inMemoryBlobs } from '../event-store/blobs/in-memory.ts';
import type { CommitItem } from '../event-store/commit-item.ts';
import { recordedOf } from '../listener/cloud-event.ts';
import type { Outgoing } from './publisher.ts';
import { relay } from './relay.ts';

const commit = (pk: string, days: readonly string[]): CommitItem => ({
  pk,
  sk: 4,
  v: 3 + days.length,
  c: 'commit',
  t: days.map(() => 'platform.day-began'),
  e: JSON.stringify(
    days.map((day, index) => ({ id: `commit.${index}`, type: 'platform.day-began', schemaVersion: 1, data: { day } })),
  ),
  m: {
    correlationId: 'c',
    causationId: 'q',
    actor: { kind: 'operator', id: 'o' },
    occurredAt: '2026-05-01T00:00:00.000Z',
  },
});
const record = (image: object, sequence: string, eventName: 'INSERT' | 'MODIFY' = 'INSERT') => ({
  eventName,
  dynamodb: { SequenceNumber: sequence, NewImage: marshall(image), ApproximateCreationDateTime: 0 },
});
const batch = (...Records: object[]) => ({ Records }) as DynamoDBStreamEvent;

describe('the relay', () => {
  const stream = 'main#calendar#days';

  it('publishes every event of a commit with its place in the stream', async () => {
    const published: Outgoing[] = [];
    const answer = await relay(
      async (outgoing) => void published.push(...outgoing),
      inMemoryBlobs(),
    )(batch(record(commit(stream, ['2026-05-01', '2026-05-02']), '1')));
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(published.map(({ category, integration }) => ({ category, integration }))).toEqual([
      { category: 'calendar', integration: true },
      { category: 'calendar', integration: true },
    ]);
    expect(published.map(({ event }) => recordedOf(event))).toMatchObject([
      {
        id: 'commit.0',
        stream,
        version: 4,
        data: { day: '2026-05-01' },
        metadata: { correlationId: 'c', causationId: 'q' },
      },
      { id: 'commit.1', stream, version: 5, data: { day: '2026-05-02' } },
    ]);
    expect(published[0]?.event).toMatchObject({ previousversion: 3, source: 'bunko.calendar', specversion: '1.0' });
  });

  it('publishes what lies compressed in its item, which comes as base64 in JSON, as Lambda has it', async () => {
    const published: Outgoing[] = [];
    const { e = '', ...rest } = commit(stream, ['2026-05-01', '2026-05-02']);
    const arrived = batch(record({ ...rest, z: brotliCompressSync(e) }, '1'));
    const asJson = JSON.stringify(arrived, (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('base64') : value,
    );
    const answer = await relay(
      async (outgoing) => void published.push(...outgoing),
      inMemoryBlobs(),
    )(JSON.parse(asJson));
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(published.map(({ event }) => event.data)).toEqual([{ day: '2026-05-01' }, { day: '2026-05-02' }]);
  });

  it('acknowledges nothing when publishing fails', async () => {
    const failing = relay(async () => {
      throw new Error('the brokers are away');
    }, inMemoryBlobs());
    await expect(failing(batch(record(commit(stream, ['2026-05-01']), '1')))).rejects.toThrow('the brokers are away');
  });

  it('publishes what came before a record that is no commit, and gives that one back', async () => {
    const published: Outgoing[] = [];
    const answer = await relay(
      async (outgoing) => void published.push(...outgoing),
      inMemoryBlobs(),
    )(
      batch(
        record(commit(stream, ['2026-05-01']), '1'),
        record({ pk: 'garbage' }, '2'),
        record(commit(stream, ['2026-05-02']), '3'),
      ),
    );
    expect(published).toHaveLength(1);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
  });

  it('never publishes a change of history', async () => {
    const published: Outgoing[] = [];
    await relay(
      async (outgoing) => void published.push(...outgoing),
      inMemoryBlobs(),
    )(batch(record(commit(stream, ['2026-05-01']), '1', 'MODIFY')));
    expect(published).toEqual([]);
  });
});
