import {
  BatchWriteItemCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AccessRequest, Running } from '../ports.ts';
import { localAccount } from './aws-service.ts';
import { dynamoDbService } from './dynamodb.ts';
import { type Engine, startEngine } from './dynamodb-engine.ts';
import { type EngineCall, engineCall } from './engine-call.ts';
import { clientOf, eventually, givenEndpoint, keptLog, resource, scratch } from './given-aws.ts';
import { createTables } from './tables.ts';

const place = scratch();
const log = keptLog();
const arn = 'arn:aws:dynamodb:ap-northeast-1:000000000000:table/loans';
const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' });
const byMember = {
  IndexName: 'by-member',
  KeySchema: [{ AttributeName: 'member', KeyType: 'HASH' }],
  Projection: { ProjectionType: 'ALL' },
};
const loans = (properties: object = {}) =>
  resource('AWS::DynamoDB::Table', 'loans', {
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [attribute('pk'), attribute('member')],
    GlobalSecondaryIndexes: [byMember],
    TimeToLiveSpecification: { AttributeName: 'until', Enabled: true },
    ...properties,
  });

let engine: Engine;
let call: EngineCall;
let endpoint: Running & { url: string };
let outside: DynamoDBClient;
let inside: DynamoDBClient;
let asked: AccessRequest[] = [];
let refusal: string | undefined;
let written: string[] = [];

beforeAll(async () => {
  engine = await startEngine({ dataDir: place.dir, log, endpoint: '' });
  call = engineCall(engine.endpoint);
  const tables = await createTables([loans()], call, log);
  const wrote = (table: string) => void written.push(table);
  const service = dynamoDbService({ engine: engine.endpoint, tables, account: localAccount, wrote, log });
  const authorize = (_: unknown, request: AccessRequest) => {
    asked.push(request);
    return refusal;
  };
  endpoint = await givenEndpoint([service], { authorize, log });
  outside = new DynamoDBClient(clientOf(endpoint.url));
  inside = new DynamoDBClient(clientOf(endpoint.url, 'function'));
});
afterEach(() => {
  asked = [];
  written = [];
  refusal = undefined;
});
afterAll(async () => {
  await endpoint.stop();
  await engine.stop();
  place.remove();
});

const put = (pk: string) => ({ TableName: 'loans', Item: { pk: { S: pk }, member: { S: 'm' } } });

describe('the DynamoDB endpoint', () => {
  it('passes calls to the engine and tells of the written table', async () => {
    await outside.send(new PutItemCommand(put('a')));
    const { Item } = await outside.send(new GetItemCommand({ TableName: 'loans', Key: { pk: { S: 'a' } } }));
    expect(Item).toEqual({ pk: { S: 'a' }, member: { S: 'm' } });
    expect(written).toEqual(['loans']);
    expect(asked).toEqual([]);
  });

  it('hands the item back that refused a condition', async () => {
    const again = {
      ...put('a'),
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
    };
    await outside.send(new PutItemCommand(put('a')));
    await expect(outside.send(new PutItemCommand(again))).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      Item: { pk: { S: 'a' } },
    });
  });

  it('asks for each action of a transaction, with the leading keys', async () => {
    const check = { TableName: 'loans', Key: { pk: { S: 'z' } }, ConditionExpression: 'attribute_not_exists(pk)' };
    await inside.send(new TransactWriteItemsCommand({ TransactItems: [{ Put: put('t') }, { ConditionCheck: check }] }));
    expect(asked).toEqual([
      { action: 'dynamodb:PutItem', resource: arn, context: { 'dynamodb:LeadingKeys': ['t'] } },
      { action: 'dynamodb:ConditionCheckItem', resource: arn, context: { 'dynamodb:LeadingKeys': ['z'] } },
    ]);
    expect(written).toEqual(['loans']);
  });

  it('asks for a batch once per table, with all its leading keys', async () => {
    const requests = [{ PutRequest: { Item: put('b').Item } }, { DeleteRequest: { Key: { pk: { S: 'c' } } } }];
    await inside.send(new BatchWriteItemCommand({ RequestItems: { loans: requests } }));
    expect(asked).toEqual([
      { action: 'dynamodb:BatchWriteItem', resource: arn, context: { 'dynamodb:LeadingKeys': ['b', 'c'] } },
    ]);
  });

  it('asks for a query on an index by the key of the index', async () => {
    await inside.send(
      new QueryCommand({
        TableName: 'loans',
        IndexName: 'by-member',
        KeyConditionExpression: '#m = :m',
        ExpressionAttributeNames: { '#m': 'member' },
        ExpressionAttributeValues: { ':m': { S: 'm' } },
      }),
    );
    expect(asked).toEqual([
      { action: 'dynamodb:Query', resource: `${arn}/index/by-member`, context: { 'dynamodb:LeadingKeys': ['m'] } },
    ]);
  });

  it('refuses in the words of IAM what a function may not do, and writes nothing', async () => {
    refusal = 'User: somebody is not authorized to perform: dynamodb:PutItem';
    await expect(inside.send(new PutItemCommand(put('refused')))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: refusal,
    });
    const { Item } = await outside.send(new GetItemCommand({ TableName: 'loans', Key: { pk: { S: 'refused' } } }));
    expect(Item).toBeUndefined();
  });

  it('names an operation that is not offered in its log', async () => {
    const asking = outside.send(new ExecuteStatementCommand({ Statement: 'SELECT * FROM loans' }));
    await expect(asking).rejects.toMatchObject({ name: 'UnknownOperationException' });
    expect(log.lines.at(-1)).toContain('ExecuteStatement');
  });

  it.each([
    ['no signature', {}, '{}', 403],
    ['an unknown service', { authorization: 'AWS4-HMAC-SHA256 Credential=a/1/r/glacier/aws4_request' }, '{}', 400],
    [
      'a body that is not JSON',
      {
        authorization: 'AWS4-HMAC-SHA256 Credential=function/1/r/dynamodb/aws4_request',
        'x-amz-target': 'DynamoDB_20120810.PutItem',
      },
      '{',
      400,
    ],
  ])('answers %s with an error and stays up', async (_, headers, body, status) => {
    const answer = await fetch(endpoint.url, { method: 'POST', headers, body });
    expect(answer.status).toBe(status);
    await outside.send(new PutItemCommand(put('still here')));
  });

  it('refuses a body of more than 16 MB', async () => {
    const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=a/1/r/dynamodb/aws4_request' };
    const answer = await fetch(endpoint.url, { method: 'POST', headers, body: Buffer.alloc(16 * 1024 * 1024 + 1) });
    expect(answer.status).toBe(413);
  });

  it('comes back with all that was acknowledged after the engine was killed', async () => {
    await outside.send(new PutItemCommand(put('before')));
    process.kill(engine.pid() ?? 0, 'SIGKILL');
    const read = () => outside.send(new GetItemCommand({ TableName: 'loans', Key: { pk: { S: 'before' } } }));
    const { Item } = await eventually(() => read().catch(() => undefined));
    expect(Item).toBeDefined();
  });
});

describe('a table of the template', () => {
  it('is left alone when it is there, and gains an index that it lacks', async () => {
    const first = loans({ GlobalSecondaryIndexes: undefined, AttributeDefinitions: [attribute('pk')] });
    await createTables([{ ...first, physicalId: 'growing' }], call, log);
    await createTables([{ ...loans(), physicalId: 'growing' }], call, log);
    const described = await call('DynamoDB_20120810.DescribeTable', { TableName: 'growing' });
    expect(described).toMatchObject({ Table: { GlobalSecondaryIndexes: [{ IndexName: 'by-member' }] } });
  });

  it('is refused by name when it exists with another key', async () => {
    const other = loans({
      KeySchema: [{ AttributeName: 'member', KeyType: 'HASH' }],
      GlobalSecondaryIndexes: undefined,
    });
    await expect(createTables([other], call, log)).rejects.toMatchObject({
      reason: 'table-differs',
      message: expect.stringContaining('loans'),
    });
  });
});
