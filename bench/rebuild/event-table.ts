import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { v7 as uuid } from 'uuid';
import { inMemoryBlobs } from '../../functions/platform/event-store/blobs/in-memory.ts';
import { itemOf } from '../../functions/platform/event-store/commit-item.ts';
import { mintHead } from '../../functions/platform/event-store/port.ts';
import { closedVault } from '../../functions/platform/event-store/vault/closed.ts';
import { sideBySide } from '../measure.ts';
import type { Past } from './histories.ts';

const PER_BATCH = 25;
export const keeping = { vault: closedVault, blobs: inMemoryBlobs() };
export const metadata = () => ({
  correlationId: uuid(),
  causationId: uuid(),
  actor: { kind: 'member' as const, id: 'bench' },
  occurredAt: new Date().toISOString(),
});

/** Writes histories into the event table, a commit an item as the store makes them, but many at once: nobody else is there. */
export const writeHistory = async (documents: DynamoDBDocumentClient, table: string, past: readonly Past[]) => {
  const commits = past.flatMap(({ stream, events }) => events.map((event, before) => ({ stream, event, before })));
  await sideBySide(4, Math.ceil(commits.length / PER_BATCH), async (batch) => {
    const some = commits.slice(batch * PER_BATCH, (batch + 1) * PER_BATCH);
    const puts = some.map(async ({ stream, event, before }) => {
      const id = uuid();
      const head = mintHead(stream, { v: before, c: id, sk: before });
      return { PutRequest: { Item: await itemOf(id, { head, events: [event] }, metadata(), 0, keeping) } };
    });
    await documents.send(new BatchWriteCommand({ RequestItems: { [table]: await Promise.all(puts) } }));
  });
};
