import * as z from 'zod';
import type { AccessRequest, Log } from '../ports.ts';
import { AwsFault } from './aws-fault.ts';
import type { AwsService } from './aws-service.ts';
import { jsonService, type Operation, operation } from './json-protocol.ts';
import { eachEntry } from './sqs-batch.ts';
import { attributesDigest, md5 } from './sqs-digest.ts';
import { MessageAttributes } from './sqs-messages.ts';
import { queueAttributes } from './sqs-queue-attributes.ts';
import type { QueueBook } from './sqs-queue-book.ts';
import type { Queue } from './sqs-queues.ts';
import { ReceiveInput, receiveMessages } from './sqs-receive.ts';

interface SqsOptions {
  queues: QueueBook;
  /** The endpoint's URL, part of every queue URL; asked late because the endpoint starts after its services. */
  url: () => string;
  log: Log;
}

const QueueUrl = z.string();
const Send = z.object({
  MessageBody: z.string(),
  DelaySeconds: z.number().int().min(0).max(900).optional(),
  MessageAttributes: MessageAttributes.default({}),
});
const Delete = z.object({ ReceiptHandle: z.string() });
const Hide = z.object({ ReceiptHandle: z.string(), VisibilityTimeout: z.number().int().min(0).max(43_200) });
const Attributes = z.object({ QueueUrl, AttributeNames: z.array(z.string()).default([]) });
const List = z.object({ QueueNamePrefix: z.string().default('') });

/** SQS over the AWS JSON 1.0 protocol: the standard queues of the template. */
export const sqsService = (options: SqsOptions): AwsService =>
  jsonService({
    names: ['sqs'],
    targets: ['AmazonSQS'],
    version: '1.0',
    log: options.log,
    operations: { ...onMessages(options.queues), ...onQueues(options) },
  });

const named = (queues: QueueBook, name: string): Queue => {
  const queue = queues.byName(name);
  if (!queue) throw new AwsFault('QueueDoesNotExist', 'The specified queue does not exist.');
  return queue;
};
const at = (queues: QueueBook, queueUrl: string): Queue => named(queues, queueUrl.slice(queueUrl.lastIndexOf('/') + 1));

const may = (queues: QueueBook, action: string) => (input: { QueueUrl: string }) => [
  { action: `sqs:${action}`, resource: at(queues, input.QueueUrl).arn },
];

const onMessages = (queues: QueueBook): Record<string, Operation> => ({
  ...withBatch(queues, 'SendMessage', Send, (queue, message) => sendMessage(queues, queue, message)),
  ...withBatch(queues, 'DeleteMessage', Delete, (queue, { ReceiptHandle }) => {
    queues.remove(queue, [ReceiptHandle]);
    return {};
  }),
  ...withBatch(queues, 'ChangeMessageVisibility', Hide, (queue, { ReceiptHandle, VisibilityTimeout }) => {
    if (queues.hide(queue, ReceiptHandle, VisibilityTimeout * 1_000)) return {};
    throw new AwsFault('ReceiptHandleIsInvalid', 'The receipt handle is not the latest of a message.');
  }),
  ReceiveMessage: operation(ReceiveInput, may(queues, 'ReceiveMessage'), (input) =>
    receiveMessages(queues, at(queues, input.QueueUrl), input),
  ),
  PurgeQueue: operation(z.object({ QueueUrl }), may(queues, 'PurgeQueue'), (input) => {
    queues.purge(at(queues, input.QueueUrl));
    return {};
  }),
});

const onQueues = ({ queues, url }: SqsOptions): Record<string, Operation> => {
  const urlOf = (queue: Queue) => `${url()}/${queue.arn.split(':')[4]}/${queue.name}`;
  return {
    GetQueueAttributes: operation(Attributes, may(queues, 'GetQueueAttributes'), (input) =>
      queueAttributes(queues, at(queues, input.QueueUrl), input.AttributeNames),
    ),
    GetQueueUrl: operation(
      z.object({ QueueName: z.string() }),
      (input): AccessRequest[] => [{ action: 'sqs:GetQueueUrl', resource: named(queues, input.QueueName).arn }],
      (input) => ({ QueueUrl: urlOf(named(queues, input.QueueName)) }),
    ),
    ListQueues: operation(
      List,
      () => [{ action: 'sqs:ListQueues', resource: '*' }],
      ({ QueueNamePrefix }) => ({
        QueueUrls: queues.queues.filter(({ name }) => name.startsWith(QueueNamePrefix)).map(urlOf),
      }),
    ),
  };
};

/** An operation and its batch form, which need the same permission. */
const withBatch = <Input extends object>(
  queues: QueueBook,
  action: string,
  shape: z.ZodType<Input>,
  run: (queue: Queue, input: Input) => object,
): Record<string, Operation> => ({
  [action]: operation(z.object({ QueueUrl }).and(shape), may(queues, action), (input) =>
    run(at(queues, input.QueueUrl), input),
  ),
  [`${action}Batch`]: operation(
    z.object({ QueueUrl, Entries: z.array(z.object({ Id: z.string() }).and(shape)) }),
    may(queues, action),
    (input) => eachEntry(input.Entries, (entry) => run(at(queues, input.QueueUrl), entry)),
  ),
});

const sendMessage = (queues: QueueBook, queue: Queue, message: z.infer<typeof Send>) => {
  if (message.MessageBody === '') throw new AwsFault('MissingParameter', 'The request must contain MessageBody.');
  if (Buffer.byteLength(message.MessageBody) > queue.maximumBytes) {
    throw new AwsFault('InvalidParameterValue', `The message is longer than ${queue.maximumBytes} bytes.`);
  }
  const delayMs = message.DelaySeconds === undefined ? undefined : message.DelaySeconds * 1_000;
  const MessageId = queues.send(queue.arn, message.MessageBody, message.MessageAttributes, delayMs);
  const digest = attributesDigest(message.MessageAttributes);
  return { MessageId, MD5OfMessageBody: md5(message.MessageBody), ...(digest && { MD5OfMessageAttributes: digest }) };
};
