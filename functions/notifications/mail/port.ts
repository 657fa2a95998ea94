import type { NoticeKind } from '../../../events/accounts/notice-kind.ts';

/** One mail to one address. */
export interface Mail {
  /** Names the mail for ever; the provider gets it as a tag and tells it back. */
  key: string;
  kind: NoticeKind;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where this kind of mail can be stopped, also with one click in the mail program (RFC 8058). */
  unsubscribe: string;
}

/** How the provider answered: `refused` means that it certainly did not take the mail. */
export type MailAnswer = { outcome: 'sent' } | { outcome: 'refused'; reason: string };

/** Hands mails to the provider, each call at most once. Throws when nobody can say whether the mail went out. */
export interface Mailer {
  send(mail: Mail): Promise<MailAnswer>;
}
