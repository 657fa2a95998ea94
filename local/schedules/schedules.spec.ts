import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ActivityReport, trackActivity } from '../activity.ts';
import { localAccount } from '../aws/aws-service.ts';
import { openEventBuses } from '../aws/eventbridge-buses.ts';
import { startEventBridge } from '../aws/eventbridge-start.ts';
import { keptLog, resource, scratch } from '../aws/given-aws.ts';
import { openQueues } from '../aws/sqs-queue-book.ts';
import { type MovableClock, openClock } from '../clock.ts';
import type { Running } from '../ports.ts';
import { startSchedules } from './schedules.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const rule = (name: string, ScheduleExpression: string, target: object = {}) => {
  const Targets = [{ Id: 'T', Arn: `arn:aws:lambda:ap-northeast-1:000000000000:function:${name}`, ...target }];
  return resource('AWS::Events::Rule', name, { ScheduleExpression, Targets }, `arn:rule/${name}`);
};

interface Run {
  name: string;
  event: { time?: string };
}

let place: ReturnType<typeof scratch>;
let clock: MovableClock;
let activity: ActivityReport;
let running: Running[];
let runs: Run[];

const start = (...rules: ReturnType<typeof rule>[]) => {
  clock = openClock(place.state);
  activity = trackActivity();
  const log = keptLog();
  const buses = openEventBuses({ resources: rules, state: place.state, clock, account: localAccount });
  const queues = openQueues([], place.state, clock);
  const invoker = {
    invoke: async (name: string, event: unknown) => {
      runs.push({ name, event: event as Run['event'] });
      return { ok: true as const, payload: null };
    },
  };
  const delivery = startEventBridge({ resources: rules, buses, queues, invoker, activity, log });
  running.push(startSchedules({ buses, delivery, clock, state: place.state, activity, log }), delivery);
};
const stop = async () => {
  for (const one of running) await one.stop();
  running = [];
};
const advance = (ms: number) => clock.moveTo(new Date(clock.now().getTime() + ms));

beforeEach(() => {
  place = scratch();
  running = [];
  runs = [];
});
afterEach(async () => {
  await stop();
  place.remove();
});

describe('a schedule', () => {
  it('has started every run that fell due when a move of the clock ends, in order of time', async () => {
    start(rule('day', 'cron(0 15 * * ? *)'), rule('hours', 'rate(6 hours)'));
    await advance(2 * DAY);
    const times = runs.map(({ event }) => event.time ?? '');
    expect(runs.filter(({ name }) => name === 'day')).toHaveLength(2);
    expect(runs.filter(({ name }) => name === 'hours')).toHaveLength(8);
    expect(times).toEqual(times.toSorted());
    expect(await activity.pending()).toEqual([]);
  });

  it('gives the standard event with the scheduled instant, or the input of the rule', async () => {
    start(rule('plain', 'cron(0 15 * * ? *)'), rule('own', 'cron(0 15 * * ? *)', { Input: '{"job":"day-began"}' }));
    await advance(DAY);
    expect(runs.find(({ name }) => name === 'own')?.event).toEqual({ job: 'day-began' });
    expect(runs.find(({ name }) => name === 'plain')?.event).toMatchObject({
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
      detail: {},
      resources: ['arn:rule/plain'],
      time: expect.stringMatching(/T15:00:00Z$/),
    });
  });

  it('does not run a passed instant again after a restart', async () => {
    start(rule('day', 'cron(0 15 * * ? *)'));
    await advance(DAY);
    await stop();
    start(rule('day', 'cron(0 15 * * ? *)'));
    await advance(1);
    expect(runs).toHaveLength(1);
  });

  it('makes up after a restart for what it missed, once per instant and at most sixty', async () => {
    start(rule('hours', 'rate(1 hour)'));
    await stop();
    await advance(100 * HOUR);
    start(rule('hours', 'rate(1 hour)'));
    await advance(1);
    const instants = new Set(runs.map(({ event }) => event.time));
    expect([runs.length, instants.size]).toEqual([60, 60]);
  });

  it('is refused at start when its expression is not one', () => {
    expect(() => start(rule('bad', 'cron(nonsense)'))).toThrow(expect.objectContaining({ reason: 'rule-not-offered' }));
  });
});
