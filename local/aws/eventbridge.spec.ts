import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ActivityReport, trackActivity } from '../activity.ts';
import { openClock } from '../clock.ts';
import type { InvokeResult, Resource, Running } from '../ports.ts';
import { localAccount } from './aws-service.ts';
import { eventBridgeService } from './eventbridge.ts';
import { type EventBuses, openEventBuses } from './eventbridge-buses.ts';
import { startEventBridge } from './eventbridge-start.ts';
import { clientOf, eventually, givenEndpoint, keptLog, resource, scratch } from './given-aws.ts';
import { openQueues, type QueueBook } from './sqs-queue-book.ts';

const here = 'ap-northeast-1:000000000000';
const functionArn = `arn:aws:lambda:${here}:function:listener`;
const queueArn = (name: string) => `arn:aws:sqs:${here}:${name}`;
const busArn = (name: string) => `arn:aws:events:${here}:event-bus/${name}`;
const rule = (name: string, properties: object) => {
  const defaults = { EventBusName: 'main', EventPattern: { source: ['bunko'] } };
  return resource(
    'AWS::Events::Rule',
    name,
    { ...defaults, ...properties },
    `arn:aws:events:${here}:rule/main/${name}`,
  );
};
const to = (Arn: string, properties: object = {}) => ({ Targets: [{ Id: 'T', Arn, ...properties }] });
const done: InvokeResult = { ok: true, payload: null };
const failed: InvokeResult = { ok: false, errorType: 'Boom', errorMessage: 'no' };

let place: ReturnType<typeof scratch>;
let running: Running[];
let queues: QueueBook;
let buses: EventBuses;
let activity: ActivityReport;
let client: EventBridgeClient;
let invoked: unknown[];

const open = async (rules: readonly Resource[], answer: () => InvokeResult = () => done, deliver = true) => {
  const clock = openClock(place.state);
  const resources = [
    resource('AWS::Events::EventBus', 'main'),
    resource('AWS::Events::EventBus', 'other'),
    ...['work', 'dead'].map((name) => resource('AWS::SQS::Queue', name, {}, queueArn(name))),
    ...rules,
  ];
  queues = openQueues(resources, place.state, clock);
  buses = openEventBuses({ resources, state: place.state, clock, account: localAccount });
  activity = trackActivity();
  const invoker = {
    invoke: async (_name: string, event: unknown) => {
      invoked.push(event);
      return answer();
    },
  };
  if (deliver) running.push(startEventBridge({ resources, buses, queues, invoker, activity, log: keptLog() }));
  const endpoint = await givenEndpoint([eventBridgeService(buses, keptLog())]);
  running.push(endpoint);
  client = new EventBridgeClient(clientOf(endpoint.url));
};
const entry = (properties: object = {}) => ({
  EventBusName: 'main',
  Source: 'bunko',
  DetailType: 'loan-returned',
  Detail: '{"loanId":"1","title":"A \\"quoted\\" title"}',
  ...properties,
});
const put = (...Entries: object[]) => client.send(new PutEventsCommand({ Entries }));
const messages = (name: string) => {
  const queue = queues.byArn(queueArn(name));
  return queue ? queues.receive(queue, { limit: 10 }) : [];
};
const idle = () => eventually(async () => ((await activity.pending()).length === 0 ? true : undefined));

beforeEach(() => {
  place = scratch();
  running = [];
  invoked = [];
});
afterEach(async () => {
  await Promise.all(running.map((one) => one.stop()));
  place.remove();
});

describe('an event bus', () => {
  it('gives a function the event in the shape of AWS', async () => {
    await open([rule('r', to(functionArn))]);
    const { Entries } = await put(entry({ Time: new Date('2026-12-01T00:00:00Z'), Resources: ['x'] }));
    await idle();
    expect(invoked).toEqual([
      {
        version: '0',
        id: Entries?.[0]?.EventId,
        'detail-type': 'loan-returned',
        source: 'bunko',
        account: '000000000000',
        time: '2026-12-01T00:00:00Z',
        region: 'ap-northeast-1',
        resources: ['x'],
        detail: { loanId: '1', title: 'A "quoted" title' },
      },
    ]);
  });

  it('answers each bad entry alone', async () => {
    await open([rule('r', to(functionArn))]);
    const bad = [{ Detail: '[1]' }, { Source: '' }, { Source: 'aws.s3' }, { EventBusName: 'none' }];
    const { FailedEntryCount, Entries } = await put(entry(), ...bad.map(entry));
    expect(FailedEntryCount).toBe(4);
    expect(Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
      undefined,
      'MalformedDetail',
      'InvalidArgument',
      'NotAuthorizedForSourceException',
      'ResourceNotFoundException',
    ]);
  });

  it('refuses more than ten entries', async () => {
    await open([]);
    await expect(put(...Array.from({ length: 11 }, () => entry()))).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  it('sends only what matches, and only from its own bus', async () => {
    await open([rule('r', { ...to(queueArn('work')), EventPattern: { detail: { loanId: [{ prefix: '1' }] } } })]);
    await put(entry(), entry({ Detail: '{"loanId":"2"}' }), entry({ EventBusName: 'default' }));
    await idle();
    expect(messages('work')).toHaveLength(1);
  });

  it('passes events on to another bus', async () => {
    await open([
      rule('on', to(busArn('other'))),
      rule('there', { ...to(queueArn('work')), EventBusName: busArn('other') }),
    ]);
    await put(entry());
    await idle();
    expect(JSON.parse(messages('work')[0]?.body ?? '')).toMatchObject({ source: 'bunko' });
  });

  it.each([
    [{ Input: '{"constant":1}' }, '{"constant":1}'],
    [{ InputPath: '$.detail.loanId' }, '"1"'],
    [
      {
        InputTransformer: {
          InputPathsMap: { id: '$.detail.loanId', title: '$.detail.title', none: '$.detail.none' },
          InputTemplate: '{"id": <id>, "text": "loan <id>: <title>", "none": <none>, "rule": "<aws.events.rule-name>"}',
        },
      },
      '{"id": "1", "text": "loan 1: A \\"quoted\\" title", "none": null, "rule": "r"}',
    ],
  ])('shapes the input as the target says: %j', async (shape, expected) => {
    await open([rule('r', to(queueArn('work'), shape))]);
    await put(entry());
    await idle();
    expect(messages('work')[0]?.body).toBe(expected);
  });

  it('tries a failing function again, then sends the event to the dead-letter queue', async () => {
    const policy = { RetryPolicy: { MaximumRetryAttempts: 1 }, DeadLetterConfig: { Arn: queueArn('dead') } };
    await open([rule('r', to(functionArn, policy))], () => failed);
    await put(entry());
    await idle();
    expect(invoked).toHaveLength(2);
    const [letter] = messages('dead');
    expect(JSON.parse(letter?.body ?? '')).toMatchObject({ source: 'bunko' });
    expect(letter?.attributes.ERROR_CODE?.StringValue).toBe('Boom');
  });

  it('prefers the on-failure destination of the function', async () => {
    const config = resource('AWS::Lambda::EventInvokeConfig', 'c', {
      FunctionName: 'listener',
      MaximumRetryAttempts: '0',
      DestinationConfig: { OnFailure: { Destination: queueArn('dead') } },
    });
    await open([rule('r', to(functionArn)), config, resource('AWS::Lambda::Function', 'listener')], () => failed);
    await put(entry());
    await idle();
    expect(JSON.parse(messages('dead')[0]?.body ?? '')).toMatchObject({ requestPayload: { source: 'bunko' } });
    expect(invoked).toHaveLength(1);
  });

  it('delivers after a restart what was accepted before', async () => {
    await open([rule('r', to(functionArn))], () => done, false);
    await put(entry());
    await open([rule('r', to(functionArn))]);
    await idle();
    expect(invoked).toHaveLength(1);
  });

  it('refuses to start with a target that nobody serves', async () => {
    const starting = open([rule('r', to(`arn:aws:states:${here}:stateMachine:s`))]);
    await expect(starting).rejects.toMatchObject({ reason: 'rule-not-offered' });
  });
});
