import { AwsClient } from 'aws4fetch';
import * as z from 'zod';
import type { Listener } from '../../../events/subscriptions.ts';
import type { Backlog } from './port.ts';

const COUNTS = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
const Answer = z.object({ Attributes: z.record(z.string(), z.coerce.number()) });

/** The messages in the queue of a listener, by SQS's own approximate count. */
export const sqsBacklog = (
  queueUrlOf: (listener: Listener) => string,
  environment: NodeJS.ProcessEnv = process.env,
): Backlog => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION, AWS_ENDPOINT_URL } = environment;
  const client = new AwsClient({
    accessKeyId: AWS_ACCESS_KEY_ID ?? '',
    secretAccessKey: AWS_SECRET_ACCESS_KEY ?? '',
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
    ...(AWS_REGION && { region: AWS_REGION }),
    service: 'sqs',
    retries: 2,
  });
  return {
    async of(listener) {
      const answer = await client.fetch(AWS_ENDPOINT_URL ?? `https://sqs.${AWS_REGION}.amazonaws.com`, {
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
