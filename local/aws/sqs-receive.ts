import * as z from 'zod';
import { attributesDigest, md5 } from './sqs-digest.ts';
import type { MessageAttributes, ReceivedMessage } from './sqs-messages.ts';
import type { QueueBook } from './sqs-queue-book.ts';
import type { Queue } from './sqs-queues.ts';

const names = z.array(z.string()).default([]);

export const ReceiveInput = z.object({
  QueueUrl: z.string(),
  MaxNumberOfMessages: z.number().int().min(1).max(10).default(1),
  VisibilityTimeout: z.number().int().min(0).max(43_200).optional(),
  WaitTimeSeconds: z.number().int().min(0).max(20).optional(),
  AttributeNames: names,
  MessageSystemAttributeNames: names,
  MessageAttributeNames: names,
});
type ReceiveInput = z.infer<typeof ReceiveInput>;

/** Receives at once what is visible, or waits for it as long as the request or the queue says. */
export const receiveMessages = async (queues: QueueBook, queue: Queue, input: ReceiveInput) => {
  const { VisibilityTimeout, WaitTimeSeconds } = input;
  const visibilityMs = VisibilityTimeout === undefined ? undefined : VisibilityTimeout * 1_000;
  const deadline = Date.now() + (WaitTimeSeconds === undefined ? queue.waitMs : WaitTimeSeconds * 1_000);
  for (;;) {
    const messages = queues.receive(queue, { limit: input.MaxNumberOfMessages, visibilityMs });
    const left = deadline - Date.now();
    if (messages.length > 0) return { Messages: messages.map((message) => written(message, input)) };
    if (left <= 0) return {};
    await queues.arrival(queue, left);
  }
};

const written = (message: ReceivedMessage, input: ReceiveInput) => {
  const attributes = chosen(systemAttributes(message), [...input.AttributeNames, ...input.MessageSystemAttributeNames]);
  const user: MessageAttributes = chosen(message.attributes, input.MessageAttributeNames);
  const digest = attributesDigest(user);
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: md5(message.body),
    ...(Object.keys(attributes).length > 0 && { Attributes: attributes }),
    ...(digest && { MessageAttributes: user, MD5OfMessageAttributes: digest }),
  };
};

/** What SQS itself says of a message; instants in milliseconds of the movable clock. */
export const systemAttributes = (message: ReceivedMessage): Record<string, string> => ({
  ApproximateReceiveCount: String(message.receiveCount),
  SentTimestamp: String(message.sentAt),
  SenderId: 'AIDALOCALSENDER',
  ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
});

/** Names may be exact, `All`, `.*` or a prefix followed by `.*`. */
const chosen = <Value>(all: Readonly<Record<string, Value>>, wanted: readonly string[]): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(all).filter(([name]) =>
      wanted.some((one) => one === 'All' || one === name || (one.endsWith('.*') && name.startsWith(one.slice(0, -2)))),
    ),
  );
