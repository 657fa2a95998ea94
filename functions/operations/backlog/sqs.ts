import * as z from 'zod';
import type { Listener } from '../../../events/subscriptions.ts';
import { endpointOf, signedClient } from '../../platform/signed-client.ts';
import type { Backlog } from './port.ts';

const COUNTS = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
const Answer = z.object({ Attributes: z.record(z.string(), z.coerce.number()) });

/** The messages in the queue of a listener, by SQS's own approximate count. */
export const sqsBacklog = (
  queueUrlOf: (listener: Listener) => string,
  environment: NodeJS.ProcessEnv = process.env,
): Backlog => {
  const client = signedClient('sqs', 2, environment);
  return {
    async of(listener) {
      const answer = await client.fetch(endpointOf('sqs', environment), {
        method: 'POST',
        headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.GetQueueAttributes' },
        body: JSON.stringify({ QueueUrl: queueUrlOf(listener), AttributeNames: COUNTS }),
      });
      if (!answer.ok) throw new Error(`SQS answered ${answer.status}: ${await answer.text()}`);
      const { Attributes } = Answer.parse(await answer.json());
      return COUNTS.reduce((sum, name) => sum + (Attributes[name] ?? 0), 0);
    },
  };
};
