import type { QueueBook } from './sqs-queue-book.ts';
import type { Queue } from './sqs-queues.ts';

/** The answer of GetQueueAttributes: those that are asked for by name, or `All`. */
export const queueAttributes = (queues: QueueBook, queue: Queue, names: readonly string[]) => {
  const counts = queues.counts(queue);
  const { redrive } = queue;
  const all: Record<string, string> = {
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(counts.visible),
    ApproximateNumberOfMessagesNotVisible: String(counts.inFlight),
    ApproximateNumberOfMessagesDelayed: String(counts.delayed),
    VisibilityTimeout: String(queue.visibilityMs / 1_000),
    DelaySeconds: String(queue.delayMs / 1_000),
    MessageRetentionPeriod: String(queue.retentionMs / 1_000),
    ReceiveMessageWaitTimeSeconds: String(queue.waitMs / 1_000),
    MaximumMessageSize: String(queue.maximumBytes),
  };
  if (redrive) {
    all.RedrivePolicy = JSON.stringify({
      deadLetterTargetArn: redrive.queueArn,
      maxReceiveCount: redrive.maxReceiveCount,
    });
  }
  const wanted = Object.entries(all).filter(([name]) => names.includes('All') || names.includes(name));
  return wanted.length > 0 ? { Attributes: Object.fromEntries(wanted) } : {};
};
