// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how Fn::Sub is written.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchDir, writeAssembly } from './assembly/given-assembly.ts';
import { jsonLog } from './log.ts';
import { type RunningSystem, type RuntimeOptions, startRuntime } from './runtime.ts';

const SDK = import.meta.resolve('@aws-sdk/client-dynamodb');
const importSdk = `import { DynamoDBClient, GetItemCommand, PutItemCommand } from '${SDK}';
const client = new DynamoDBClient({ maxAttempts: 1 });
const put = (table, pk) => client.send(new PutItemCommand({ TableName: table, Item: { pk: { S: pk } } }));`;

const code = {
  // Writes what the path says; says so when IAM refuses.
  write: `${importSdk}
    export const handler = async ({ pathParameters: { table, id }, requestContext }) => {
      try {
        await put(table, id);
        return { statusCode: 201, body: requestContext.authorizer.lambda.sub };
      } catch (error) {
        return { statusCode: 403, body: error.name + ': ' + error.message };
      }
    };`,
  read: `${importSdk}
    export const handler = async ({ pathParameters: { id } }) =>
      ({ found: (await client.send(new GetItemCommand({ TableName: 'seen', Key: { pk: { S: id } } }))).Item !== undefined });`,
  authorize: `export const handler = async ({ identitySource: [token] }) => ({ isAuthorized: token !== 'bad', context: { sub: token } });`,
  listen: `${importSdk}
    export const handler = async ({ Records = [], records = {} }) => {
      for (const { dynamodb } of Records) await put('seen', 'stream-' + dynamodb.Keys.pk.S);
      for (const { value } of Object.values(records).flat()) await put('seen', 'kafka-' + Buffer.from(value, 'base64'));
    };`,
};

const table = (TableName: string, more = {}) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    TableName,
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    ...more,
  },
});
const fn = (key: keyof typeof code) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Code: { S3Key: key },
    Handler: 'index.handler',
    Runtime: 'nodejs24.x',
    Timeout: 10,
    Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
  },
});
const route = (RouteKey: string, integration: string, more = {}) => ({
  Type: 'AWS::ApiGatewayV2::Route',
  Properties: { ApiId: { Ref: 'Api' }, RouteKey, Target: { 'Fn::Sub': `integrations/\${${integration}}` }, ...more },
});
const integration = (target: string) => ({
  Type: 'AWS::ApiGatewayV2::Integration',
  Properties: {
    ApiId: { Ref: 'Api' },
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: { 'Fn::GetAtt': [target, 'Arn'] },
    PayloadFormatVersion: '2.0',
  },
});
const allow = (Action: string, Resource: unknown) => ({ Effect: 'Allow', Action, Resource });

const stack = {
  Parameters: { KafkaBrokers: { Type: 'String', Default: 'nowhere:9092' } },
  Resources: {
    Events: table('events', { StreamSpecification: { StreamViewType: 'NEW_IMAGE' } }),
    Seen: table('seen'),
    Secret: table('secret'),
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        Policies: [
          {
            PolicyDocument: {
              Statement: [
                allow('dynamodb:PutItem', { 'Fn::GetAtt': ['Events', 'Arn'] }),
                allow('dynamodb:*Item', { 'Fn::GetAtt': ['Seen', 'Arn'] }),
              ],
            },
          },
        ],
      },
    },
    Write: fn('write'),
    Read: fn('read'),
    Authorize: fn('authorize'),
    Listen: fn('listen'),
    Log: { Type: 'AWS::Logs::LogGroup' },
    FromStream: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        FunctionName: { Ref: 'Listen' },
        EventSourceArn: { 'Fn::GetAtt': ['Events', 'StreamArn'] },
        StartingPosition: 'TRIM_HORIZON',
      },
    },
    FromKafka: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        FunctionName: { Ref: 'Listen' },
        Topics: ['loans'],
        StartingPosition: 'TRIM_HORIZON',
        MaximumBatchingWindowInSeconds: 0,
        SelfManagedEventSource: { Endpoints: { KafkaBootstrapServers: [{ Ref: 'KafkaBrokers' }] } },
        SelfManagedKafkaEventSourceConfig: { ConsumerGroupId: 'listen' },
      },
    },
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'api', ProtocolType: 'HTTP' } },
    Tokens: {
      Type: 'AWS::ApiGatewayV2::Authorizer',
      Properties: {
        ApiId: { Ref: 'Api' },
        AuthorizerType: 'REQUEST',
        AuthorizerUri: {
          'Fn::Sub': 'arn:aws:apigateway:r:lambda:path/2015-03-31/functions/${Authorize.Arn}/invocations',
        },
        AuthorizerPayloadFormatVersion: '2.0',
        EnableSimpleResponses: true,
        IdentitySource: ['$request.header.Authorization'],
        AuthorizerResultTtlInSeconds: 0,
      },
    },
    Writes: integration('Write'),
    Reads: integration('Read'),
    Put: route('PUT /api/{table}/{id}', 'Writes', { AuthorizationType: 'CUSTOM', AuthorizerId: { Ref: 'Tokens' } }),
    Get: route('GET /api/seen/{id}', 'Reads'),
  },
};

const root = scratchDir();
const dataDir = scratchDir();
const assemblyDir = writeAssembly({ stacks: { Library: stack }, code });
const log = jsonLog({ write: () => undefined });
const options: RuntimeOptions = { root, dataDir, port: 0, backbone: 'kafka', assemblyDir, web: false, log };

let system: RunningSystem;
beforeAll(async () => {
  system = await startRuntime(options);
});
afterAll(() => system.stop());

const put = (path: string, authorization = 'member-1') =>
  fetch(`${system.url}/api/${path}`, { method: 'PUT', headers: { authorization } });
const idle = async () => (await fetch(`${system.url}/_local/idle?timeout=10`)).status;
const seen = async (id: string): Promise<unknown> => (await fetch(`${system.url}/api/seen/${id}`)).json();

describe('a system that was read from a cloud assembly', () => {
  it('answers a route through its authorizer', async () => {
    const answer = await put('events/a');
    expect([answer.status, await answer.text()]).toEqual([201, 'member-1']);
    expect((await put('events/a', 'bad')).status).toBe(403);
  });

  it('carries a write through the table’s stream to its listener before it is idle', async () => {
    await put('events/b');
    expect(await idle()).toBe(200);
    expect(await seen('stream-b')).toEqual({ found: true });
  });

  it('carries a Kafka record to its listener before it is idle', async () => {
    const producer = new Kafka({ brokers: [...system.kafka.brokers], logLevel: logLevel.NOTHING }).producer();
    await producer.connect();
    await producer.send({ topic: 'loans', messages: [{ key: 'k', value: 'c' }] });
    await producer.disconnect();
    expect(await idle()).toBe(200);
    expect(await seen('kafka-c')).toEqual({ found: true });
  });

  it('refuses a function what its role does not allow', async () => {
    const answer = await put('secret/a');
    expect([answer.status, await answer.text()]).toEqual([
      403,
      'AccessDeniedException: User: arn:aws:sts::000000000000:assumed-role/Library-Role/Library-Write is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:ap-northeast-1:000000000000:table/secret because no identity-based policy allows the dynamodb:PutItem action',
    ]);
  });

  it('tells what runs and what was left out', async () => {
    expect(await (await fetch(`${system.url}/_local`)).json()).toMatchObject({
      ready: true,
      url: system.url,
      kafka: { brokers: [expect.stringMatching(/^127\.0\.0\.1:\d+$/)] },
      dynamodb: { endpoint: system.endpoint },
      tables: { events: 'events', seen: 'seen' },
      skipped: [{ type: 'AWS::Logs::LogGroup', count: 1 }],
      clock: { offsetMs: 0 },
    });
    expect(await (await fetch(`${system.url}/metrics`)).text()).toContain(
      'bunko_function_invocations_total{function="Library-Write"}',
    );
  });

  it('swaps in new code without a restart', async () => {
    const changed = { ...code, read: 'export const handler = async () => ({ found: "by new code" });' };
    system.replace(writeAssembly({ stacks: { Library: stack }, code: changed }));
    expect(await seen('x')).toEqual({ found: 'by new code' });
    system.replace(assemblyDir);
  });

  it('has its data directory to itself', async () => {
    await expect(startRuntime(options)).rejects.toMatchObject({ reason: 'data-dir-in-use' });
  });

  it('finds everything again after a restart', async () => {
    await put('events/d');
    await idle();
    await system.stop();
    system = await startRuntime(options);
    expect(await seen('stream-d')).toEqual({ found: true });
  });
});

describe('a system that cannot start', () => {
  it('names the resource of an unknown type and leaves nothing running', async () => {
    const other = { ...options, dataDir: scratchDir() };
    const Resources = { ...stack.Resources, Stream: { Type: 'AWS::Kinesis::Stream' } };
    const broken = writeAssembly({ stacks: { Library: { ...stack, Resources } }, code });
    await expect(startRuntime({ ...other, assemblyDir: broken })).rejects.toMatchObject({
      reason: 'unknown-type',
      at: 'Library/Stream',
    });
    await (await startRuntime(other)).stop();
  });

  it('says that the port is taken', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const { port } = squatter.address() as AddressInfo;
    await expect(startRuntime({ ...options, dataDir: scratchDir(), port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    squatter.close();
  });
});
