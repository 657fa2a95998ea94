import { type SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Mail, Mailer } from './port.ts';

interface Settings {
  /** The sender, an address of the stage's mail domain. */
  from: string;
  /** The configuration set whose events say which mails went out. */
  configurationSet: string;
}

/** Mails through SES. The client must not try again by itself: a second try after a lost answer is a second mail. */
export const sesMailer = (client: SESv2Client, settings: Settings): Mailer => ({
  async send(mail) {
    try {
      await client.send(new SendEmailCommand(inputOf(mail, settings)));
      return { outcome: 'sent' };
    } catch (error) {
      // Only an answer that blames the request is certain; a fault of the service or of the way to it is not.
      if (error instanceof SESv2ServiceException && error.$fault === 'client')
        return { outcome: 'refused', reason: error.name };
      throw error;
    }
  },
});

/** What SES is asked to send. */
export const inputOf = (
  { key, kind, to, subject, text, html, unsubscribe }: Mail,
  { from, configurationSet }: Settings,
) => ({
  FromEmailAddress: from,
  Destination: { ToAddresses: [to] },
  Content: {
    Simple: {
      Subject: { Data: subject, Charset: 'UTF-8' },
      Body: { Text: { Data: text, Charset: 'UTF-8' }, Html: { Data: html, Charset: 'UTF-8' } },
      Headers: [
        { Name: 'List-Unsubscribe', Value: `<${unsubscribe}>` },
        { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
      ],
    },
  },
  EmailTags: [
    { Name: 'kind', Value: kind },
    { Name: 'idempotency-key', Value: key },
  ],
  ConfigurationSetName: configurationSet,
});
