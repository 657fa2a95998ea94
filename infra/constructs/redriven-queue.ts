import { Aws, Duration, Stack } from 'aws-cdk-lib';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct, type IConstruct } from 'constructs';
import { nameIn } from '../names.ts';
import type { Stage } from '../stages.ts';
import type { BunkoFunction } from './bunko-function.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';

/** A message that its function could not take this often goes to the dead-letter queue. */
const MOST_RECEIVES = 10;

/** A queue between two functions of ours, with dead letters. Found by its name: who uses it need not share a stack with it. */
export class RedrivenQueue extends Construct {
  constructor(scope: Construct, { stage, name }: { stage: Stage; name: string }) {
    super(scope, name);
    const { queue } = new DeadLetterQueue(this, 'dead-letters', { stage, of: name });
    new Queue(this, 'queue', {
      queueName: nameIn(stage, name),
      // Six times what its function may take, as Lambda asks for.
      visibilityTimeout: Duration.seconds(120),
      encryption: QueueEncryption.SQS_MANAGED,
      deadLetterQueue: { queue, maxReceiveCount: MOST_RECEIVES },
      enforceSSL: true,
    });
  }
}

/** What Lambda does with a queue in the name of the function that hears it. */
export const polling = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'] as const;

const arnOf = (scope: IConstruct, stage: Stage, name: string) =>
  Stack.of(scope).formatArn({ service: 'sqs', resource: nameIn(stage, name) });

/** Where a queue is sent messages. */
export const queueUrl = (scope: IConstruct, stage: Stage, name: string): string => {
  const { region, account } = Stack.of(scope);
  return `https://sqs.${region}.${Aws.URL_SUFFIX}/${account}/${nameIn(stage, name)}`;
};

/** The function may put messages in a queue. */
export const maySend = (fn: BunkoFunction, stage: Stage, name: string): void =>
  fn.may({ actions: ['sqs:SendMessage'], resources: [arnOf(fn, stage, name)] });

/** The function hears a queue; only what it names as failed comes back. The queue must be deployed before. */
export const hearsQueue = (fn: BunkoFunction, stage: Stage, name: string): void => {
  const eventSourceArn = arnOf(fn, stage, name);
  fn.may({
    actions: [...polling],
    resources: [eventSourceArn],
  });
  const mapping = new CfnEventSourceMapping(fn, 'mapping', {
    functionName: fn.lambda.functionArn,
    eventSourceArn,
    batchSize: 10,
    functionResponseTypes: ['ReportBatchItemFailures'],
  });
  // Lambda checks at once that the function may hear the queue.
  if (fn.lambda.role) mapping.node.addDependency(fn.lambda.role);
};
