import { endpointOf, signedClient } from './signed-client.ts';

/** SQS did not take a message, as far as anybody knows. `status` is HTTP's, absent when no answer came. */
export class QueueFault extends Error {
  override readonly name = 'QueueFault';
  readonly status: number | undefined;
  constructor(reason: string, status?: number) {
    super(`SQS took no message: ${reason}`);
    this.status = status;
  }
}

const RETRIES = 2;

/** Puts messages in a queue of SQS, each at least once. Throws `QueueFault`. */
export const queueAt = (queueUrl: string, environment: NodeJS.ProcessEnv = process.env) => {
  const client = signedClient('sqs', RETRIES, environment);
  return async (message: unknown): Promise<void> => {
    const answer = await client
      .fetch(endpointOf('sqs', environment), {
        method: 'POST',
        headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AmazonSQS.SendMessage' },
        body: JSON.stringify({ QueueUrl: queueUrl, MessageBody: JSON.stringify(message) }),
      })
      .catch((error: unknown) => {
        throw new QueueFault(String(error));
      });
    if (!answer.ok) throw new QueueFault(await answer.text(), answer.status);
    await answer.arrayBuffer();
  };
};
