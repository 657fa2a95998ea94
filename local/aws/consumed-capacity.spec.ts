import { DynamoDBClient, GetItemCommand, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openMeter } from '../observe/meter.ts';
import type { Running } from '../ports.ts';
import { localAccount } from './aws-service.ts';
import { dynamoDbService } from './dynamodb.ts';
import { type Engine, startEngine } from './dynamodb-engine.ts';
import { engineCall } from './engine-call.ts';
import { clientOf, givenEndpoint, keptLog, resource, scratch } from './given-aws.ts';
import { createTables } from './tables.ts';

const place = scratch();
const log = keptLog();
const { meter, read } = openMeter();
const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' });
const table = (name: string, properties: object = {}) =>
  resource('AWS::DynamoDB::Table', name, {
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [attribute('pk')],
    ...properties,
  });
const indexed = {
  AttributeDefinitions: [attribute('pk'), attribute('member')],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-member',
      KeySchema: [{ AttributeName: 'member', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
};

let engine: Engine;
let endpoint: Running & { url: string };
let client: DynamoDBClient;

beforeAll(async () => {
  engine = await startEngine({ dataDir: place.dir, log, endpoint: '' });
  const tables = await createTables([table('loans'), table('sheets', indexed)], engineCall(engine.endpoint), log);
  const account = localAccount;
  const service = dynamoDbService({ engine: engine.endpoint, tables, account, wrote: () => undefined, meter, log });
  endpoint = await givenEndpoint([service], { authorize: () => undefined, log });
  client = new DynamoDBClient(clientOf(endpoint.url));
});
afterAll(async () => {
  await endpoint.stop();
  await engine.stop();
  place.remove();
});

const item = (pk: string, size = 1) => ({ pk: { S: pk }, member: { S: 'm' }, text: { S: 'x'.repeat(size) } });
const once = (TableName: string, Item: ReturnType<typeof item>) => ({
  TableName,
  Item,
  ConditionExpression: 'attribute_not_exists(pk)',
});

it('counts a write by the size of its item, and an index beside the table', async () => {
  await client.send(new PutItemCommand(once('loans', item('a', 1_500))));
  await client.send(new PutItemCommand(once('sheets', item('a'))));
  expect(read()).toEqual({ 'write-units': { loans: 2, sheets: 2 } });
});

it('counts a read, and a consistent one twice', async () => {
  const key = { TableName: 'loans', Key: { pk: { S: 'a' } } };
  await client.send(new GetItemCommand(key));
  await client.send(new GetItemCommand({ ...key, ConsistentRead: true }));
  expect(read()).toEqual({ 'read-units': { loans: 1.5 } });
});

it('counts each item of a transaction twice', async () => {
  const TransactItems = [{ Put: once('loans', item('b')) }, { Put: once('loans', item('c')) }];
  await client.send(new TransactWriteItemsCommand({ TransactItems }));
  expect(read()).toEqual({ 'write-units': { loans: 4 } });
});

it('counts a write that was refused like the smallest', async () => {
  await expect(client.send(new PutItemCommand(once('loans', item('a'))))).rejects.toThrow();
  const TransactItems = [{ Put: once('loans', item('a')) }, { Put: once('loans', item('d')) }];
  await expect(client.send(new TransactWriteItemsCommand({ TransactItems }))).rejects.toThrow();
  expect(read()).toEqual({ 'write-units': { loans: 1 + 4 } });
});
