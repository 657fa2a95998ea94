import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type GenerationKey, generationKey } from './generation-key.ts';
import { type Guarded, type Page, type PageRequest, positionKey, type Row, type ViewStore } from './port.ts';

const StoredRow = z.looseObject({ pk: z.string(), sk: z.string(), _guard: z.number() });
const LastKey = z.record(z.string(), z.union([z.string(), z.number()]));

/** A view's table, and the attributes that partition its indexes. */
export interface ViewTableName {
  table: string;
  partitions: readonly string[];
}
interface Place {
  client: DynamoDBDocumentClient;
  table: string;
  key: GenerationKey;
}

/** The row in an item; throws a ZodError for an item that no view wrote. */
export const guardedIn = (item: unknown, key: GenerationKey): Guarded => {
  const { _guard, ...row } = key.shown(StoredRow.parse(item));
  return { row, guard: _guard };
};

/** The item of a row. */
export const itemOf = (row: Row, guard: number, key: GenerationKey) => ({ ...key.stored(row), _guard: guard });

const guardedPut = ({ table, key }: Place, row: Row, from: number, to: number) => ({
  TableName: table,
  Item: itemOf(row, to, key),
  ...(from === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#guard = :from',
        ExpressionAttributeNames: { '#guard': '_guard' },
        ExpressionAttributeValues: { ':from': from },
      }),
});

/** One generation of a view in a DynamoDB table with `pk` and `sk`; `_guard` holds a row's stream version or revision. */
export const dynamoViewStore = (
  client: DynamoDBDocumentClient,
  { table, partitions }: ViewTableName,
  generation = 1,
): ViewStore => {
  const place = { client, table, key: generationKey(generation, partitions) };
  const get: ViewStore['get'] = async ({ pk, sk }) => {
    const Key = { pk: place.key.value(pk), sk };
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item ? guardedIn(Item, place.key) : { row: undefined, guard: 0 };
  };
  return {
    get,
    position: async (stream) => (await get(positionKey(stream))).guard,
    query: (request) => queryPage(place, request),
    put: (row, { from, to }) => wasWritten(client.send(new PutCommand(guardedPut(place, row, from, to)))),
    putAll: (rows, { stream, from, to }) => {
      const puts = [
        guardedPut(place, positionKey(stream), from, to),
        ...rows.map(({ row, guard }) => guardedPut(place, row, guard, guard + 1)),
      ];
      return wasWritten(client.send(new TransactWriteCommand({ TransactItems: puts.map((Put) => ({ Put })) })));
    },
  };
};

/** Lost races are an answer, everything else is a fault. */
const wasWritten = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
    if (codes.every((code) => ['None', 'ConditionalCheckFailed', 'TransactionConflict'].includes(code))) return false;
    throw error;
  }
};

const queryPage = async (
  { client, table, key }: Place,
  { index, partition: [attribute, value], range, descending = false, limit, after }: PageRequest,
): Promise<Page> => {
  const bounds = [
    ...(range?.from !== undefined ? ['#r >= :from'] : []),
    ...(range?.to !== undefined ? ['#r <= :to'] : []),
  ];
  const condition = range?.from !== undefined && range.to !== undefined ? ['#r BETWEEN :from AND :to'] : bounds;
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      ...(index !== undefined ? { IndexName: index } : { ConsistentRead: true }),
      KeyConditionExpression: ['#p = :p', ...condition].join(' AND '),
      ExpressionAttributeNames: { '#p': attribute, ...(condition.length > 0 && range && { '#r': range.attribute }) },
      ExpressionAttributeValues: {
        ':p': key.value(value),
        ...(range?.from !== undefined && { ':from': range.from }),
        ...(range?.to !== undefined && { ':to': range.to }),
      },
      ScanIndexForward: !descending,
      Limit: limit,
      ...(after && { ExclusiveStartKey: { ...key.stored(after) } }),
    }),
  );
  return {
    rows: Items.map((item) => guardedIn(item, key).row),
    ...(LastEvaluatedKey && { next: LastKey.parse(key.shown(LastEvaluatedKey)) }),
  };
};
