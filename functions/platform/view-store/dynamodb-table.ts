import { setTimeout as pause } from 'node:timers/promises';
import { BatchGetCommand, BatchWriteCommand, type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { dynamoViewStore, guardedIn, itemOf, type ViewTableName } from './dynamodb.ts';
import { type GenerationKey, generationKey, generationOf } from './generation-key.ts';
import { type Guarded, idOf, type Key, type Upkeep, type ViewTable } from './port.ts';

/** DynamoDB's own limits. */
const MOST_PER_READ = 100;
const MOST_PER_WRITE = 25;
const IN_FLIGHT = 8;
const LONGEST_PAUSE_MS = 2_000;

type Items = Record<string, unknown>[];
type Requests = { PutRequest: { Item: Record<string, unknown> } }[] | { DeleteRequest: { Key: Key } }[];
const StoredKey = z.object({ pk: z.string(), sk: z.string() });

/** A view's table with all its generations. */
export const dynamoViewTable = (client: DynamoDBDocumentClient, { table, partitions }: ViewTableName): ViewTable => ({
  generation: (generation) => dynamoViewStore(client, { table, partitions }, generation),
  upkeep: (generation) => upkeepOf(client, table, generationKey(generation, partitions), generation),
  async keepOnly(generations) {
    let removed = 0;
    for await (const items of pagesOf(client, { TableName: table, ProjectionExpression: 'pk, sk' })) {
      const gone = items
        .map((item) => StoredKey.parse(item))
        .filter(({ pk }) => !generations.includes(generationOf(pk)));
      await inBatches(gone, MOST_PER_WRITE, (keys) =>
        written(
          client,
          table,
          keys.map((key) => ({ DeleteRequest: { Key: key } })),
        ),
      );
      removed += gone.length;
    }
    return removed;
  },
});

const upkeepOf = (client: DynamoDBDocumentClient, table: string, key: GenerationKey, generation: number): Upkeep => {
  return {
    async read(keys) {
      const found: Guarded[] = [];
      await inBatches(keys, MOST_PER_READ, async (some) => {
        const wanted = some.map(({ pk, sk }) => ({ pk: key.value(pk), sk }));
        found.push(...(await gotten(client, table, wanted)).map((item) => guardedIn(item, key)));
      });
      return new Map(found.map((guarded) => [idOf(guarded.row), guarded]));
    },
    async *all() {
      for await (const items of pagesOf(client, { TableName: table })) {
        const own = items.filter((item) => generationOf(StoredKey.parse(item).pk) === generation);
        yield own.map((item) => guardedIn(item, key));
      }
    },
    write: (rows) =>
      inBatches(rows, MOST_PER_WRITE, (some) =>
        written(
          client,
          table,
          some.map(({ row, guard }) => ({ PutRequest: { Item: itemOf(row, guard, key) } })),
        ),
      ),
  };
};

async function* pagesOf(client: DynamoDBDocumentClient, request: { TableName: string; ProjectionExpression?: string }) {
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ ...request, ConsistentRead: true, ...(from && { ExclusiveStartKey: from }) }),
    );
    yield page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}

/** Does work batch by batch, several at once; the first failure is thrown when none is under way any more. */
const inBatches = async <T>(things: readonly T[], size: number, work: (some: readonly T[]) => Promise<void>) => {
  let next = 0;
  const lane = async () => {
    for (let at = next; at < things.length; at = next) {
      next += size;
      await work(things.slice(at, at + size));
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: IN_FLIGHT }, lane));
  const failed = lanes.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
};

/** DynamoDB takes what it can of a batch and names the rest, which is asked for again. */
const untilNothingIsLeft = async <T>(all: T[], ask: (some: T[]) => Promise<T[]>): Promise<void> => {
  let left = await ask(all);
  for (let wait = 20; left.length > 0; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    await pause(Math.random() * wait);
    left = await ask(left);
  }
};

const written = (client: DynamoDBDocumentClient, table: string, requests: Requests): Promise<void> =>
  untilNothingIsLeft<Requests[number]>(requests, async (some) => {
    const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [table]: some } }));
    return (UnprocessedItems?.[table] ?? []) as Requests;
  });

const gotten = async (client: DynamoDBDocumentClient, table: string, keys: Key[]): Promise<Items> => {
  const found: Items = [];
  await untilNothingIsLeft(keys, async (some) => {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: some, ConsistentRead: true } } }),
    );
    found.push(...(Responses?.[table] ?? []));
    return (UnprocessedKeys?.[table]?.Keys ?? []).map((key) => StoredKey.parse(key));
  });
  return found;
};
