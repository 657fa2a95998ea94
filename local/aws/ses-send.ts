import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../ports.ts';
import { AwsFault } from './aws-fault.ts';
import type { Account } from './aws-service.ts';
import type { EventBuses, NewEvent } from './eventbridge-buses.ts';
import type { MailStore } from './mail-store.ts';
import type { SesTemplate } from './ses-template.ts';

const Content = z.object({ Data: z.string() });
const NameValue = z.object({ Name: z.string(), Value: z.string() });

/** The part of SESv2's SendEmail that is offered offline: one simple message. */
export const SendEmailInput = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({ ToAddresses: z.array(z.string()).min(1).max(50) }),
  Content: z.object({
    Simple: z.object({
      Subject: Content,
      Body: z.object({ Text: Content.optional(), Html: Content.optional() }),
      Headers: z.array(NameValue).default([]),
    }),
  }),
  EmailTags: z.array(NameValue).default([]),
  ConfigurationSetName: z.string().optional(),
});
export type SendEmailInput = z.infer<typeof SendEmailInput>;

export interface SesParts {
  template: SesTemplate;
  mails: MailStore;
  buses: EventBuses;
  clock: Clock;
  account: Account;
}

/** The bare address of `Name <address>`. */
export const bareAddress = (address: string): string => /<([^<>]+)>\s*$/.exec(address)?.[1] ?? address.trim();

/**
 * Stores a mail and, when its configuration set asks for it, the event that says so, in one transaction: both or neither
 * survive a crash. Answers the message id. Throws `MessageRejected` or `NotFoundException`.
 */
export const sendEmail = ({ template, mails, buses, clock, account }: SesParts, input: SendEmailInput): string => {
  const { ConfigurationSetName: set } = input;
  if (template.identityOf(bareAddress(input.FromEmailAddress)) === undefined) {
    throw new AwsFault(
      'MessageRejected',
      `Email address is not verified. The following identities failed the check in region ${account.region.toUpperCase()}: ${input.FromEmailAddress}`,
    );
  }
  if (set !== undefined && !template.hasConfigurationSet(set)) {
    throw new AwsFault('NotFoundException', `Configuration set <${set}> does not exist.`, 404);
  }
  const messageId = randomUUID();
  const sentAt = clock.now();
  const event = buses.stamp(sentEvent(input, messageId, sentAt, account));
  const entries = (set === undefined ? [] : template.busesFor(set)).map((bus) => ({ bus, event }));
  buses.putAll(entries, () => store(mails, input, messageId, sentAt));
  return messageId;
};

const store = (mails: MailStore, input: SendEmailInput, messageId: string, sentAt: Date): void => {
  const { Subject, Body } = input.Content.Simple;
  const tags = Object.fromEntries(input.EmailTags.map(({ Name, Value }) => [Name, Value]));
  input.Destination.ToAddresses.forEach((address, index) => {
    mails.add({
      id: index === 0 ? messageId : `${messageId}-${index}`,
      to: bareAddress(address),
      kind: tags.kind ?? null,
      subject: Subject.Data,
      text: Body.Text?.Data ?? '',
      html: Body.Html?.Data ?? null,
      sentAt: sentAt.toISOString(),
      tags,
    });
  });
};

const sentEvent = (input: SendEmailInput, messageId: string, sentAt: Date, account: Account): NewEvent => {
  const { FromEmailAddress, Destination, ConfigurationSetName: set = '' } = input;
  const { Subject, Headers } = input.Content.Simple;
  const tags = input.EmailTags.map(({ Name, Value }) => [Name, [Value]] as const);
  return {
    source: 'aws.ses',
    detailType: 'Email Sent',
    time: sentAt,
    resources: [`arn:aws:ses:${account.region}:${account.accountId}:configuration-set/${set}`],
    detail: {
      eventType: 'Send',
      mail: {
        timestamp: sentAt.toISOString(),
        source: FromEmailAddress,
        sendingAccountId: account.accountId,
        messageId,
        destination: Destination.ToAddresses,
        headersTruncated: false,
        headers: Headers.map(({ Name, Value }) => ({ name: Name, value: Value })),
        commonHeaders: { from: [FromEmailAddress], to: Destination.ToAddresses, messageId, subject: Subject.Data },
        tags: { 'ses:configuration-set': [set], ...Object.fromEntries(tags) },
      },
      send: {},
    },
  };
};
