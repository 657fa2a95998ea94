import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openClock } from '../clock.ts';
import type { AccessRequest, Running } from '../ports.ts';
import { localAccount } from './aws-service.ts';
import { type EventBuses, openEventBuses } from './eventbridge-buses.ts';
import { clientOf, givenEndpoint, keptLog, resource, scratch } from './given-aws.ts';
import { type MailStore, openMailStore } from './mail-store.ts';
import { sesService } from './ses.ts';
import { sesTemplate } from './ses-template.ts';

const bus = 'arn:aws:events:ap-northeast-1:000000000000:event-bus/main';
const template = [
  resource('AWS::SES::EmailIdentity', 'bunko.test', { EmailIdentity: 'bunko.test' }),
  resource('AWS::SES::ConfigurationSet', 'mails'),
  resource('AWS::SES::ConfigurationSetEventDestination', 'sent', {
    ConfigurationSetName: 'mails',
    EventDestination: { Enabled: true, MatchingEventTypes: ['send'], EventBridgeDestination: { EventBusArn: bus } },
  }),
  resource('AWS::Events::EventBus', 'main'),
  resource('AWS::Events::Rule', 'on-sent', {
    EventBusName: bus,
    EventPattern: { source: ['aws.ses'] },
    Targets: [{ Id: 'T', Arn: 'arn:aws:lambda:ap-northeast-1:000000000000:function:f' }],
  }),
];

let place: ReturnType<typeof scratch>;
let endpoint: Running & { url: string };
let mails: MailStore;
let buses: EventBuses;
let asked: AccessRequest[];

beforeEach(async () => {
  place = scratch();
  asked = [];
  const clock = openClock(place.state);
  mails = openMailStore(place.state);
  buses = openEventBuses({ resources: template, state: place.state, clock, account: localAccount });
  const parts = { template: sesTemplate(template), mails, buses, clock, account: localAccount };
  const authorize = (_: unknown, request: AccessRequest) => {
    asked.push(request);
    return request.resource.endsWith('forbidden') ? 'not you' : undefined;
  };
  endpoint = await givenEndpoint([sesService(parts, keptLog())], { authorize });
});
afterEach(async () => {
  await endpoint.stop();
  place.remove();
});

const send = (to: string, properties: object = {}, key?: string) =>
  new SESv2Client(clientOf(endpoint.url, key)).send(
    new SendEmailCommand({
      FromEmailAddress: 'Bunko <noreply@bunko.test>',
      Destination: { ToAddresses: [to] },
      Content: { Simple: { Subject: { Data: 'Hi' }, Body: { Text: { Data: 'text' }, Html: { Data: '<p>' } } } },
      EmailTags: [
        { Name: 'kind', Value: 'welcome' },
        { Name: 'idempotency-key', Value: 'k1' },
      ],
      ...properties,
    }),
  );

describe('a mail', () => {
  it('is kept and can be read', async () => {
    const { MessageId } = await send('ann@bunko.test');
    expect(mails.get(MessageId ?? '')).toMatchObject({
      to: 'ann@bunko.test',
      kind: 'welcome',
      subject: 'Hi',
      text: 'text',
      html: '<p>',
      tags: { kind: 'welcome', 'idempotency-key': 'k1' },
    });
  });

  it('is announced on the bus of its configuration set in the same transaction', async () => {
    const { MessageId } = await send('ann@bunko.test', { ConfigurationSetName: 'mails' });
    const [parcel] = buses.outbox.after(0, 10);
    expect(JSON.parse(parcel?.event ?? '')).toMatchObject({
      source: 'aws.ses',
      'detail-type': 'Email Sent',
      detail: {
        eventType: 'Send',
        mail: {
          messageId: MessageId,
          destination: ['ann@bunko.test'],
          tags: { kind: ['welcome'], 'idempotency-key': ['k1'] },
        },
      },
    });
  });

  it('is not announced without a configuration set', async () => {
    await send('ann@bunko.test');
    expect(buses.outbox.count()).toBe(0);
  });

  it('is refused from an address of nobody, and with an unknown configuration set', async () => {
    await expect(send('a@b.c', { FromEmailAddress: 'x@evil.test' })).rejects.toMatchObject({ name: 'MessageRejected' });
    await expect(send('a@b.c', { ConfigurationSetName: 'none' })).rejects.toMatchObject({ name: 'NotFoundException' });
    expect(mails.list({ limit: 10 })?.items).toEqual([]);
  });

  it('needs permission for its identity and its configuration set', async () => {
    await send('ann@bunko.test', { ConfigurationSetName: 'mails' }, 'function');
    expect(asked.map(({ resource }) => resource.split(':').at(-1))).toEqual([
      'identity/bunko.test',
      'configuration-set/mails',
    ]);
    const refused = send('ann@bunko.test', { ConfigurationSetName: 'forbidden' }, 'function');
    await expect(refused).rejects.toMatchObject({ name: 'AccessDeniedException', $metadata: { httpStatusCode: 403 } });
  });
});

describe('the mailbox', () => {
  it('lists the newest first, by address without case and by kind, page by page', async () => {
    for (const to of ['ann@bunko.test', 'bob@bunko.test', 'ann@bunko.test', 'Ann@bunko.test']) await send(to);
    const first = mails.list({ to: 'ANN@bunko.test', kind: 'welcome', limit: 2 });
    const second = mails.list({ to: 'ANN@bunko.test', kind: 'welcome', limit: 2, cursor: first?.nextCursor ?? '' });
    expect(first?.items.map(({ to }) => to)).toEqual(['Ann@bunko.test', 'ann@bunko.test']);
    expect(second).toMatchObject({ items: [{ to: 'ann@bunko.test' }], nextCursor: null });
    expect(mails.list({ kind: 'overdue', limit: 2 })?.items).toEqual([]);
  });

  it('knows a foreign cursor', async () => {
    await send('ann@bunko.test');
    await send('ann@bunko.test');
    const cursor = mails.list({ limit: 1 })?.nextCursor ?? '';
    expect(mails.list({ to: 'ann@bunko.test', limit: 1, cursor })).toBeUndefined();
    expect(mails.list({ limit: 1, cursor: 'nonsense' })).toBeUndefined();
  });

  it('forgets the mails of one address, or all', async () => {
    await send('ann@bunko.test');
    await send('bob@bunko.test');
    mails.removeFor('ANN@bunko.test');
    expect(mails.list({ limit: 9 })?.items.map(({ to }) => to)).toEqual(['bob@bunko.test']);
    mails.clear();
    expect(mails.list({ limit: 9 })?.items).toEqual([]);
  });
});
