import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localAccount } from '../aws/aws-service.ts';
import { type EventBuses, openEventBuses } from '../aws/eventbridge-buses.ts';
import { startEventBridge } from '../aws/eventbridge-start.ts';
import { eventually, keptLog, resource, scratch } from '../aws/given-aws.ts';
import { openQueues } from '../aws/sqs-queue-book.ts';
import { openClock } from '../clock.ts';
import type { Running } from '../ports.ts';
import type { FaultRule } from './fault-plan.ts';
import { givenFaults } from './given-faults.ts';

const HELD_MS = 60_000;
const functionArn = 'arn:aws:lambda:ap-northeast-1:000000000000:function:listener';
const resources = [
  resource('AWS::Events::EventBus', 'main'),
  resource('AWS::Events::Rule', 'all', {
    EventBusName: 'main',
    EventPattern: { source: ['bunko'] },
    Targets: [{ Id: 'T', Arn: functionArn }],
  }),
];

let place: ReturnType<typeof scratch>;
let buses: EventBuses;
let running: Running | undefined;
beforeEach(() => {
  place = scratch();
  buses = openEventBuses({ resources, state: place.state, clock: openClock(place.state), account: localAccount });
});
afterEach(async () => {
  await running?.stop();
  place.remove();
});

/** A bus with one rule and one function, under one rule of faults. */
const given = (rule: Omit<FaultRule, 'at'>) => {
  const faults = givenFaults([{ at: 'eventbridge', target: 'main', ...rule }]);
  const seen: string[] = [];
  running = startEventBridge({
    resources,
    buses,
    queues: openQueues([], place.state, openClock(place.state)),
    faults,
    activity: faults.activity,
    log: keptLog(),
    invoker: {
      async invoke(_name, event) {
        seen.push((event as { 'detail-type': string })['detail-type']);
        return { ok: true, payload: null };
      },
    },
  });
  const put = (detailType: string) => buses.put('main', [buses.stamp({ source: 'bunko', detailType, detail: {} })]);
  const letGo = () => faults.replace({ seed: 1, rules: [] });
  const idle = () => eventually(async () => (await faults.activity.pending()).length === 0);
  return { faults, seen, put, letGo, idle };
};

describe('events of a bus', () => {
  it('that come twice are delivered now and once more', async () => {
    const { faults, seen, put, letGo, idle } = given({ kind: 'duplicate', times: 1, delayMs: HELD_MS });
    put('1');
    await eventually(() => seen.length === 1);
    expect(await faults.activity.pending()).not.toEqual([]);
    letGo();
    await idle();
    expect(seen).toEqual(['1', '1']);
  });

  it.each(['delay', 'reorder'] as const)('under %s are held back while later ones pass', async (kind) => {
    const { faults, seen, put, letGo, idle } = given({ kind, times: 1, delayMs: HELD_MS });
    put('1');
    put('2');
    await eventually(() => seen.length === 1);
    expect(await faults.activity.pending()).not.toEqual([]);
    letGo();
    await idle();
    expect(seen).toEqual(['2', '1']);
  });

  it('that are held back when the delivery stops are not lost', async () => {
    const { faults, seen, put } = given({ kind: 'delay', delayMs: HELD_MS });
    put('1');
    await eventually(async () => (await faults.activity.pending()).length === 2);
    const stopping = running?.stop();
    await faults.stop();
    await stopping;
    expect([seen, buses.outbox.count()]).toEqual([[], 1]);
  });
});
