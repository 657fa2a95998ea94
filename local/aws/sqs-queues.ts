import * as z from 'zod';
import { templateBoolean, templateNumber } from '../event-sources/mapping-numbers.ts';
import type { Resource } from '../ports.ts';

/** A standard queue of the assembly; times in milliseconds. */
export interface Queue {
  name: string;
  arn: string;
  visibilityMs: number;
  delayMs: number;
  retentionMs: number;
  /** How long a receive waits when it does not say so itself. */
  waitMs: number;
  maximumBytes: number;
  redrive: { queueArn: string; maxReceiveCount: number } | undefined;
}

/** Thrown for a queue that cannot be had offline; the message names it. */
export class QueueProblem extends Error {
  readonly reason = 'queue-not-offered';
}

const RedrivePolicy = z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: templateNumber });
const Properties = z.object({
  FifoQueue: templateBoolean.default(false),
  VisibilityTimeout: templateNumber.default(30),
  DelaySeconds: templateNumber.default(0),
  MessageRetentionPeriod: templateNumber.default(345_600),
  ReceiveMessageWaitTimeSeconds: templateNumber.default(0),
  MaximumMessageSize: templateNumber.default(1_048_576),
  RedrivePolicy: RedrivePolicy.optional(),
});

/** The queues of the template. Throws a `QueueProblem` for a FIFO queue or malformed properties. */
export const queuesOf = (resources: readonly Resource[]): readonly Queue[] =>
  resources.filter(({ type }) => type === 'AWS::SQS::Queue').map(queueOf);

const queueOf = ({ arn, logicalId, properties }: Resource): Queue => {
  const parsed = Properties.safeParse(properties);
  if (!parsed.success) throw new QueueProblem(`Queue ${logicalId}: ${z.prettifyError(parsed.error)}`);
  const given = parsed.data;
  if (given.FifoQueue) throw new QueueProblem(`Queue ${logicalId}: FIFO queues are not offered offline`);
  const redrive = given.RedrivePolicy;
  return {
    name: arn.slice(arn.lastIndexOf(':') + 1),
    arn,
    visibilityMs: given.VisibilityTimeout * 1_000,
    delayMs: given.DelaySeconds * 1_000,
    retentionMs: given.MessageRetentionPeriod * 1_000,
    waitMs: given.ReceiveMessageWaitTimeSeconds * 1_000,
    maximumBytes: given.MaximumMessageSize,
    redrive: redrive && { queueArn: redrive.deadLetterTargetArn, maxReceiveCount: redrive.maxReceiveCount },
  };
};
