import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Page, PageRequest, Row, ViewStore } from './port.ts';

const StoredRow = z.looseObject({ pk: z.string(), sk: z.string(), _guard: z.number() });
const LastKey = z.record(z.string(), z.union([z.string(), z.number()]));

/** Positions live in the view's own table, so that they move in the same transaction as its rows. */
const positionKey = (stream: string) => ({ pk: '@position', sk: stream });

const shown = (item: Record<string, unknown>): { row: Row; guard: number } => {
  const { _guard, ...row } = StoredRow.parse(item);
  return { row, guard: _guard };
};

const guardedPut = (table: string, row: Row, from: number, to: number) => ({
  TableName: table,
  Item: { ...row, _guard: to },
  ...(from === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: '#guard = :from',
        ExpressionAttributeNames: { '#guard': '_guard' },
        ExpressionAttributeValues: { ':from': from },
      }),
});

/** A view in a DynamoDB table with `pk` and `sk`; `_guard` holds a row's stream version or revision. */
export const dynamoViewStore = (client: DynamoDBDocumentClient, table: string): ViewStore => {
  const get: ViewStore['get'] = async ({ pk, sk }) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }));
    return Item ? shown(Item) : { row: undefined, guard: 0 };
  };
  return {
    get,
    position: async (stream) => (await get(positionKey(stream))).guard,
    query: (request) => queryPage(client, table, request),
    put: (row, { from, to }) => wasWritten(client.send(new PutCommand(guardedPut(table, row, from, to)))),
    putAll: (rows, { stream, from, to }) => {
      const puts = [
        guardedPut(table, positionKey(stream), from, to),
        ...rows.map(({ row, guard }) => guardedPut(table, row, guard, guard + 1)),
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
  client: DynamoDBDocumentClient,
  table: string,
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
        ':p': value,
        ...(range?.from !== undefined && { ':from': range.from }),
        ...(range?.to !== undefined && { ':to': range.to }),
      },
      ScanIndexForward: !descending,
      Limit: limit,
      ...(after && { ExclusiveStartKey: { ...after } }),
    }),
  );
  return {
    rows: Items.map((item) => shown(item).row),
    ...(LastEvaluatedKey && { next: LastKey.parse(LastEvaluatedKey) }),
  };
};
