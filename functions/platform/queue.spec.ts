import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenEndpoint, keptLog, resource, scratch } from '../../local/aws/given-aws.ts';
import { sqsService } from '../../local/aws/sqs.ts';
import { openQueues, type QueueBook } from '../../local/aws/sqs-queue-book.ts';
import { openClock } from '../../local/clock.ts';
import type { Running } from '../../local/ports.ts';
import { queueAt } from './queue.ts';

const ARN = 'arn:aws:sqs:ap-northeast-1:000000000000:work';
const place = scratch();
let queues: QueueBook;
let endpoint: Running & { url: string };
beforeAll(async () => {
  queues = openQueues([resource('AWS::SQS::Queue', 'work', {}, ARN)], place.state, openClock(place.state));
  endpoint = await givenEndpoint([sqsService({ queues, url: () => 'http://sqs', log: keptLog() })]);
});
afterAll(async () => {
  await endpoint.stop();
  place.remove();
});
const at = (queue: string, url = endpoint.url) =>
  queueAt(`http://sqs/000000000000/${queue}`, {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: 'ap-northeast-1',
    AWS_ACCESS_KEY_ID: 'function',
    AWS_SECRET_ACCESS_KEY: 'secret',
  });

describe('a queue of SQS', () => {
  it('takes a message as JSON', async () => {
    await at('work')({ orderId: 'one' });
    const bodies = queues.queues.flatMap((queue) => queues.receive(queue, { limit: 10 }).map(({ body }) => body));
    expect(bodies.map((body) => JSON.parse(body))).toEqual([{ orderId: 'one' }]);
  });

  it('that does not exist says so with its status', () =>
    expect(at('gone')({})).rejects.toMatchObject({ name: 'QueueFault', status: 400 }));

  it('that cannot be reached leaves it open why', () =>
    expect(at('work', 'http://127.0.0.1:1')({})).rejects.toMatchObject({ name: 'QueueFault', status: undefined }));
});
