import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually, keptLog, resource, scratch } from '../aws/given-aws.ts';
import { openQueues, type QueueBook } from '../aws/sqs-queue-book.ts';
import { openClock } from '../clock.ts';
import { startQueueMappings } from '../event-sources/sqs.ts';
import { parseQueueMapping } from '../event-sources/sqs-mapping.ts';
import type { Running } from '../ports.ts';
import type { FaultRule } from './fault-plan.ts';
import { givenFaults } from './given-faults.ts';

const queueArn = 'arn:aws:sqs:ap-northeast-1:000000000000:work';
const HELD_MS = 60_000;

let place: ReturnType<typeof scratch>;
let queues: QueueBook;
let running: Running | undefined;
beforeEach(() => {
  place = scratch();
  queues = openQueues([resource('AWS::SQS::Queue', 'work', {}, queueArn)], place.state, openClock(place.state));
});
afterEach(async () => {
  await running?.stop();
  place.remove();
});

/** A mapping from a queue with four messages, under one rule. */
const given = (rule: Omit<FaultRule, 'at'>) => {
  const faults = givenFaults([{ at: 'sqs', target: 'work', ...rule }]);
  const seen: string[][] = [];
  const mapping = parseQueueMapping({ EventSourceArn: queueArn, FunctionName: 'listener' });
  for (const body of ['1', '2', '3', '4']) queues.send(queueArn, body);
  running = startQueueMappings({
    mappings: mapping ? [mapping] : [],
    queues,
    faults,
    activity: faults.activity,
    log: keptLog(),
    invoker: {
      async invoke(_name, event) {
        seen.push((event as { Records: { body: string }[] }).Records.map(({ body }) => body));
        return { ok: true, payload: null };
      },
    },
  });
  const letGo = () => faults.replace({ seed: 1, rules: [] });
  const idle = () => eventually(async () => (await faults.activity.pending()).length === 0);
  return { faults, seen, letGo, idle };
};

describe('messages of a queue', () => {
  it('that come twice are delivered now and once more', async () => {
    const { seen, faults, letGo, idle } = given({ kind: 'duplicate', times: 2, delayMs: HELD_MS });
    await eventually(() => seen.length === 1);
    expect(await faults.activity.pending()).not.toEqual([]);
    letGo();
    await idle();
    expect(seen).toEqual([
      ['1', '2', '3', '4'],
      ['1', '2'],
    ]);
  });

  it('that are delayed come later', async () => {
    const { seen, faults, letGo, idle } = given({ kind: 'delay', times: 1, delayMs: HELD_MS });
    await eventually(async () => (await faults.activity.pending()).some((line) => line.startsWith('a fault')));
    expect(seen).toEqual([]);
    letGo();
    await idle();
    expect(seen).toEqual([['1', '2', '3', '4']]);
  });

  it('that are reordered change places, and later ones pass those held back', async () => {
    const { seen, letGo, idle } = given({ kind: 'reorder', times: 4, delayMs: HELD_MS });
    await eventually(() => seen.length === 1);
    queues.send(queueArn, '5');
    await eventually(() => seen.flat().includes('5'));
    const early = seen.flat();
    letGo();
    await idle();
    expect(seen.flat().length).toBeGreaterThan(early.length);
    expect(seen.flat().toSorted()).toEqual(['1', '2', '3', '4', '5']);
  });

  it('that are held back when the poller stops stay in the queue', async () => {
    const { seen, faults } = given({ kind: 'delay', delayMs: HELD_MS });
    await eventually(async () => (await faults.activity.pending()).some((line) => line.startsWith('a fault')));
    const stopping = running?.stop();
    await faults.stop();
    await stopping;
    expect(seen).toEqual([]);
    const queue = queues.byArn(queueArn);
    expect(queue && queues.counts(queue)).toEqual({ visible: 0, inFlight: 4, delayed: 0 });
  });
});
