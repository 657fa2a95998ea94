import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MovableClock, openClock } from '../clock.ts';
import type { Running } from '../ports.ts';
import { clientOf, givenEndpoint, keptLog, resource, scratch } from './given-aws.ts';
import { sqsService } from './sqs.ts';
import { openQueues, type QueueBook } from './sqs-queue-book.ts';

const arn = (name: string) => `arn:aws:sqs:ap-northeast-1:000000000000:${name}`;
const queue = (name: string, properties = {}) => resource('AWS::SQS::Queue', name, properties, arn(name));
const template = [
  queue('dead'),
  queue('mail', {
    VisibilityTimeout: '30',
    RedrivePolicy: { deadLetterTargetArn: arn('dead'), maxReceiveCount: 2 },
  }),
];

let place: ReturnType<typeof scratch>;
let clock: MovableClock;
let queues: QueueBook;
let endpoint: Running & { url: string };
let sqs: SQSClient;
let QueueUrl: string;

const later = (seconds: number) => clock.moveTo(new Date(clock.now().getTime() + seconds * 1_000));
const receive = async (options: object = {}) =>
  (await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...options }))).Messages ?? [];
const counts = async (url = QueueUrl) => {
  const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }));
  return [Attributes.ApproximateNumberOfMessages, Attributes.ApproximateNumberOfMessagesNotVisible].map(Number);
};

beforeEach(async () => {
  place = scratch();
  clock = openClock(place.state);
  queues = openQueues(template, place.state, clock);
  endpoint = await givenEndpoint([sqsService({ queues, url: () => endpoint.url, log: keptLog() })]);
  sqs = new SQSClient(clientOf(endpoint.url));
  QueueUrl = (await sqs.send(new GetQueueUrlCommand({ QueueName: 'mail' }))).QueueUrl ?? '';
});
afterEach(async () => {
  sqs.destroy();
  await endpoint.stop();
  place.remove();
});

describe('a queue', () => {
  it('carries a message with its attributes, and the SDK accepts the digests', async () => {
    const MessageAttributes = {
      kind: { DataType: 'String', StringValue: 'welcome' },
      raw: { DataType: 'Binary', BinaryValue: Buffer.from([1, 2, 3]) },
    };
    const sent = await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'こんにちは', MessageAttributes }));
    const [message] = await receive({ MessageAttributeNames: ['All'], MessageSystemAttributeNames: ['All'] });
    expect(message).toMatchObject({
      MessageId: sent.MessageId,
      Body: 'こんにちは',
      Attributes: { ApproximateReceiveCount: '1' },
    });
    expect(message?.MessageAttributes?.raw?.BinaryValue).toEqual(new Uint8Array([1, 2, 3]));
    expect(message?.MD5OfMessageAttributes).toBe(sent.MD5OfMessageAttributes);
  });

  it('hides a received message until its visibility timeout has passed, by the movable clock', async () => {
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'a' }));
    expect(await receive()).toHaveLength(1);
    expect(await receive()).toHaveLength(0);
    expect(await counts()).toEqual([0, 1]);
    await later(31);
    expect(await receive()).toHaveLength(1);
  });

  it('gives an expired message back to the next receiver, and its outdated receipt deletes nothing', async () => {
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'a' }));
    const [first] = await receive();
    await later(31);
    await receive();
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: first?.ReceiptHandle }));
    expect(await counts()).toEqual([0, 1]);
  });

  it('sends a message to the dead-letter queue after its last receive', async () => {
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'poison' }));
    for (const _ of [1, 2]) {
      expect(await receive()).toHaveLength(1);
      await later(31);
    }
    expect(await receive()).toHaveLength(0);
    expect(await counts()).toEqual([0, 0]);
    expect(await counts(QueueUrl.replace('mail', 'dead'))).toEqual([1, 0]);
  });

  it('wakes a waiting receiver when a message comes, and when a hidden one is released', async () => {
    const waiting = receive({ WaitTimeSeconds: 10 });
    queues.send(arn('mail'), 'a');
    const [message] = await waiting;
    const again = receive({ WaitTimeSeconds: 10 });
    const { ReceiptHandle } = message ?? {};
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
    expect(await again).toMatchObject([{ Body: 'a' }]);
  });

  it('holds back a delayed message until its time', async () => {
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'a', DelaySeconds: 60 }));
    expect(await receive()).toHaveLength(0);
    const waiting = receive({ WaitTimeSeconds: 10 });
    await later(61);
    expect(await waiting).toHaveLength(1);
  });

  it('forgets a message after its retention', async () => {
    queues.send(arn('mail'), 'a');
    await later(4 * 86_400 + 1);
    expect(await receive()).toHaveLength(0);
  });

  it('answers each entry of a batch alone', async () => {
    const Entries = [
      { Id: '1', MessageBody: 'a' },
      { Id: '2', MessageBody: 'x'.repeat(1_048_577) },
    ];
    const { Successful, Failed } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    expect([Successful?.map(({ Id }) => Id), Failed?.map(({ Id }) => Id)]).toEqual([['1'], ['2']]);
  });

  it('keeps its messages across a restart', () => {
    queues.send(arn('mail'), 'kept');
    const [mail] = openQueues([queue('mail')], place.state, clock).queues;
    expect(mail && openQueues([queue('mail')], place.state, clock).receive(mail, { limit: 1 })).toMatchObject([
      { body: 'kept' },
    ]);
  });

  it('is answered with QueueDoesNotExist when there is none of that name', async () => {
    const asked = sqs.send(new SendMessageCommand({ QueueUrl: `${endpoint.url}/000000000000/none`, MessageBody: 'a' }));
    await expect(asked).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  });

  it('is refused when it is a FIFO queue', () => {
    const open = () => openQueues([queue('a.fifo', { FifoQueue: true })], place.state, clock);
    expect(open).toThrow(expect.objectContaining({ reason: 'queue-not-offered' }));
  });
});
