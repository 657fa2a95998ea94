import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { localAccount } from '../aws/aws-service.ts';
import { dynamoDbService } from '../aws/dynamodb.ts';
import { startEngine } from '../aws/dynamodb-engine.ts';
import { engineCall } from '../aws/engine-call.ts';
import { eventBridgeService } from '../aws/eventbridge.ts';
import { openEventBuses } from '../aws/eventbridge-buses.ts';
import { clientOf, keptLog, resource, scratch } from '../aws/given-aws.ts';
import { openMailStore } from '../aws/mail-store.ts';
import { sesService } from '../aws/ses.ts';
import { sesTemplate } from '../aws/ses-template.ts';
import { sqsService } from '../aws/sqs.ts';
import { openQueues } from '../aws/sqs-queue-book.ts';
import { createTables } from '../aws/tables.ts';
import { openClock } from '../clock.ts';
import type { Faults } from './faults.ts';
import { faultyEndpoint } from './given-faults.ts';

const queueArn = 'arn:aws:sqs:ap-northeast-1:000000000000:work';
const resources = [
  resource('AWS::DynamoDB::Table', 'loans', {
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
  }),
  resource('AWS::SQS::Queue', 'work', {}, queueArn),
  resource('AWS::Events::EventBus', 'main'),
  resource('AWS::Events::Rule', 'all', {
    EventBusName: 'main',
    EventPattern: { source: ['bunko'] },
    Targets: [{ Id: 'T', Arn: queueArn }],
  }),
  resource('AWS::SES::EmailIdentity', 'bunko.test', { EmailIdentity: 'bunko.test' }),
];

/** Who calls and how often it tries. */
export interface Caller {
  key?: 'function' | 'somebody';
  maxAttempts?: number;
  /** Milliseconds until the client gives up. */
  requestTimeout?: number;
}
/** One service as a function calls it. */
export interface CalledService {
  /** Does the work once, as the SDK does it. */
  call(endpoint: string, caller?: Caller): Promise<unknown>;
  /** How often the work was done. */
  done(): Promise<number>;
  /** What a rule may name; undefined where there are no targets. */
  target: string | undefined;
  throttling: string;
}

const settings = (endpoint: string, { key = 'function', maxAttempts = 1, requestTimeout = 0 }: Caller = {}) => ({
  ...clientOf(endpoint, key),
  maxAttempts,
  requestHandler: { requestTimeout, throwOnRequestTimeout: true },
});

/** The real services, with what stands behind them. */
const openParts = async () => {
  const place = scratch();
  const { state } = place;
  const log = keptLog();
  const clock = openClock(state);
  const account = localAccount;
  const engine = await startEngine({ dataDir: place.dir, log, endpoint: '' });
  const engineOf = engineCall(engine.endpoint);
  const tables = await createTables(resources, engineOf, log);
  const queues = openQueues(resources, state, clock);
  const buses = openEventBuses({ resources, state, clock, account });
  const mails = openMailStore(state);
  const services = [
    dynamoDbService({ engine: engine.endpoint, tables, account, wrote: () => undefined, log }),
    sqsService({ queues, url: () => 'http://127.0.0.1', log }),
    eventBridgeService(buses, log),
    sesService({ template: sesTemplate(resources), mails, buses, clock, account }, log),
  ];
  return { place, engine, engineOf, queues, buses, mails, services };
};
type Parts = Awaited<ReturnType<typeof openParts>>;

const Scanned = z.object({ Items: z.array(z.object({ times: z.object({ N: z.coerce.number() }) })) });

const tableOf = ({ engineOf }: Parts): CalledService => ({
  target: 'loans',
  throttling: 'ProvisionedThroughputExceededException',
  call: (endpoint, caller) =>
    new DynamoDBClient(settings(endpoint, caller)).send(
      new UpdateItemCommand({
        TableName: 'loans',
        Key: { pk: { S: 'a' } },
        UpdateExpression: 'ADD #times :one',
        ExpressionAttributeNames: { '#times': 'times' },
        ExpressionAttributeValues: { ':one': { N: '1' } },
      }),
    ),
  async done() {
    const { Items } = Scanned.parse(await engineOf('DynamoDB_20120810.Scan', { TableName: 'loans' }));
    return Items[0]?.times.N ?? 0;
  },
});

const queueOf = ({ queues }: Parts): CalledService => ({
  target: 'work',
  throttling: 'ThrottlingException',
  call: (endpoint, caller) =>
    new SQSClient(settings(endpoint, caller)).send(
      new SendMessageCommand({ QueueUrl: `${endpoint}/000000000000/work`, MessageBody: 'hi' }),
    ),
  done: async () => queues.queues.reduce((sum, queue) => sum + queues.counts(queue).visible, 0),
});

const busOf = ({ buses }: Parts): CalledService => ({
  target: 'main',
  throttling: 'ThrottlingException',
  call: (endpoint, caller) =>
    new EventBridgeClient(settings(endpoint, caller)).send(
      new PutEventsCommand({ Entries: [{ EventBusName: 'main', Source: 'bunko', DetailType: 'hi', Detail: '{}' }] }),
    ),
  done: async () => buses.outbox.count(),
});

const mailOf = ({ mails }: Parts): CalledService => ({
  target: undefined,
  throttling: 'TooManyRequestsException',
  call: (endpoint, caller) =>
    new SESv2Client(settings(endpoint, caller)).send(
      new SendEmailCommand({
        FromEmailAddress: 'noreply@bunko.test',
        Destination: { ToAddresses: ['a@b.test'] },
        Content: { Simple: { Subject: { Data: 'Hi' }, Body: { Text: { Data: 'text' } } } },
      }),
    ),
  done: async () => mails.list({ limit: 100 })?.items.length ?? 0,
});

/** The real services behind one endpoint with faults, each with one thing to do, which is counted. */
export const givenServices = async () => {
  const parts = await openParts();
  return {
    at: { dynamodb: tableOf(parts), sqs: queueOf(parts), eventbridge: busOf(parts), mail: mailOf(parts) },
    endpoint: (faults: Faults) => faultyEndpoint(parts.services, faults),
    async stop(): Promise<void> {
      await parts.engine.stop();
      parts.place.remove();
    },
  };
};
