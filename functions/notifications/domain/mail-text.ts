import type { Addressee } from './addressee.ts';
import { htmlOf } from './mail-html.ts';
import type { Named, Notice } from './notice.ts';
import { wordsIn } from './words/words.ts';

/** A mail as it reads: the same words as plain text and as HTML. */
export interface MailText {
  subject: string;
  text: string;
  html: string;
}

/** What a mail holds besides its notice. Addresses are whole, because a mail is read anywhere. */
export interface Envelope {
  to: Pick<NonNullable<Addressee>, 'name'>;
  /** The library's site, without a slash at its end. */
  origin: string;
  /** Where this kind of mail can be stopped. */
  unsubscribe: string;
  /** Volumes that are borrowed most; without any there is no such section. */
  popular: readonly Named[];
}

/** The mail that tells a notice to its member. Nothing that a member or a librarian wrote is markup in it. */
export const mailTextOf = (notice: Notice, envelope: Envelope): MailText => ({
  subject: notice.title,
  text: textOf(notice, envelope),
  html: htmlOf(notice, envelope),
});

const textOf = (
  { language, title, things, lines, button, link }: Notice,
  { to, origin, unsubscribe, popular }: Envelope,
): string => {
  const words = wordsIn(language);
  const paragraphs = [
    [words.greeting(to.name)],
    [title],
    things.map((thing) => `- ${thing.title}`),
    lines,
    [`${button}: ${origin}${link}`],
    popular.length === 0 ? [] : [words.popular, ...popular.map((one) => `- ${one.title}: ${origin}${one.link}`)],
    [words.goodbye],
    [words.because, `${words.unsubscribe}: ${unsubscribe}`],
  ];
  return paragraphs
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => paragraph.join('\n'))
    .join('\n\n');
};
