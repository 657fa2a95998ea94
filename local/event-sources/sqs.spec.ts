import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ActivityReport, trackActivity } from '../activity.ts';
import { eventually, keptLog, resource, scratch } from '../aws/given-aws.ts';
import { openQueues, type QueueBook } from '../aws/sqs-queue-book.ts';
import { type MovableClock, openClock } from '../clock.ts';
import type { InvokeResult, Running } from '../ports.ts';
import { startQueueMappings } from './sqs.ts';
import { parseQueueMapping } from './sqs-mapping.ts';

const queueArn = 'arn:aws:sqs:ap-northeast-1:000000000000:work';
const done: InvokeResult = { ok: true, payload: null };

interface Batch {
  Records: { messageId: string; body: string }[];
}

let place: ReturnType<typeof scratch>;
let clock: MovableClock;
let queues: QueueBook;
let activity: ActivityReport;
let running: Running | undefined;
let batches: Batch[];

const start = (properties: object, answer: (batch: Batch) => InvokeResult | Promise<InvokeResult>) => {
  const mapping = parseQueueMapping({ EventSourceArn: queueArn, FunctionName: 'listener', ...properties });
  running = startQueueMappings({
    mappings: mapping ? [mapping] : [],
    queues,
    activity,
    log: keptLog(),
    invoker: {
      invoke: async (_name, event) => {
        batches.push(event as Batch);
        return answer(event as Batch);
      },
    },
  });
};
const bodies = () => batches.map(({ Records }) => Records.map(({ body }) => body));
const idle = () => eventually(async () => ((await activity.pending()).length === 0 ? true : undefined));
const later = (seconds: number) => clock.moveTo(new Date(clock.now().getTime() + seconds * 1_000));

beforeEach(() => {
  place = scratch();
  clock = openClock(place.state);
  queues = openQueues([resource('AWS::SQS::Queue', 'work', { VisibilityTimeout: 30 }, queueArn)], place.state, clock);
  activity = trackActivity();
  batches = [];
});
afterEach(async () => {
  await running?.stop();
  place.remove();
});

describe('a queue mapping', () => {
  it('gives messages in the shape of AWS and deletes them after success', async () => {
    queues.send(queueArn, '{"a":1}', { kind: { DataType: 'String', StringValue: 'x' } });
    start({}, () => done);
    await idle();
    expect(batches).toEqual([
      {
        Records: [
          {
            messageId: expect.any(String),
            receiptHandle: expect.any(String),
            body: '{"a":1}',
            attributes: {
              ApproximateReceiveCount: '1',
              SentTimestamp: expect.stringMatching(/^\d+$/),
              SenderId: expect.any(String),
              ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d+$/),
            },
            messageAttributes: {
              kind: { stringValue: 'x', stringListValues: [], binaryListValues: [], dataType: 'String' },
            },
            md5OfBody: 'bb6cb5c68df4652941caf652a366f2d8',
            eventSource: 'aws:sqs',
            eventSourceARN: queueArn,
            awsRegion: 'ap-northeast-1',
          },
        ],
      },
    ]);
  });

  it('brings back only the messages that the function names, after the visibility timeout', async () => {
    for (const body of ['a', 'b', 'c']) queues.send(queueArn, body);
    start({ FunctionResponseTypes: ['ReportBatchItemFailures'] }, ({ Records }) => {
      const failed = batches.length === 1 ? Records.filter(({ body }) => body === 'b') : [];
      return {
        ok: true,
        payload: { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) },
      };
    });
    await eventually(() => (batches.length === 1 ? true : undefined));
    expect(await activity.pending()).toHaveLength(1);
    await later(31);
    await idle();
    expect(bodies()).toEqual([['a', 'b', 'c'], ['b']]);
  });

  it('brings the whole batch back when the function fails', async () => {
    queues.send(queueArn, 'a');
    start({}, () => (batches.length === 1 ? { ok: false, errorType: 'Error', errorMessage: 'no' } : done));
    await eventually(() => batches[0]);
    await later(31);
    await idle();
    expect(bodies()).toEqual([['a'], ['a']]);
  });

  it('never runs more invocations at once than its maximum', async () => {
    let now = 0;
    let most = 0;
    for (let n = 0; n < 8; n++) queues.send(queueArn, String(n));
    start({ BatchSize: 1, ScalingConfig: { MaximumConcurrency: '2' } }, async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setImmediate(resolve));
      now--;
      return done;
    });
    await idle();
    expect([most, batches.length]).toEqual([2, 8]);
  });

  it('fills a batch during its window', async () => {
    start({ MaximumBatchingWindowInSeconds: '1', BatchSize: 2 }, () => done);
    queues.send(queueArn, 'a');
    await new Promise((resolve) => setImmediate(resolve));
    queues.send(queueArn, 'b');
    await idle();
    expect(bodies()).toEqual([['a', 'b']]);
  });

  it('deletes messages that no filter asks for', async () => {
    for (const type of ['loan', 'copy']) queues.send(queueArn, JSON.stringify({ type }));
    start({ FilterCriteria: { Filters: [{ Pattern: '{"body":{"type":["loan"]}}' }] } }, () => done);
    await idle();
    expect(bodies()).toEqual([['{"type":"loan"}']]);
  });
});
