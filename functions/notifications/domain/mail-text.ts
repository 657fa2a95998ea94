import type { Addressee } from './addressee.ts';
import type { Notice } from './notice.ts';

/** A mail as it reads: the same words as plain text and as HTML. */
export interface MailText {
  subject: string;
  text: string;
  html: string;
}

const GOODBYE = ['Bunko, your library', '文庫'];

/** The mail that tells a notice to its member. Nothing that a member or a librarian wrote is markup in it. */
export const mailTextOf = ({ title, body }: Notice, { name }: NonNullable<Addressee>): MailText => {
  const paragraphs = [[`Dear ${name},`], [title], body.split('\n'), GOODBYE];
  return {
    subject: title,
    text: paragraphs.map((lines) => lines.join('\n')).join('\n\n'),
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>${paragraphs
      .map((lines) => `<p>${lines.map(escaped).join('<br>')}</p>`)
      .join('')}</body></html>`,
  };
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
