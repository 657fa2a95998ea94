import { describe, expect, it } from 'vitest';
import { type Envelope, mailTextOf } from './mail-text.ts';
import { noticeOf } from './notice.ts';
import { aki, everything, opened, registered } from './phrases.ts';

const envelope: Envelope = {
  to: { name: 'Aki' },
  origin: 'https://bunko.example',
  unsubscribe: 'https://bunko.example/api/notifications/unsubscribe?token=aki.1.x',
  popular: [],
};
const popular = [
  { title: 'Moon <1>', link: '/volumes/v1' },
  { title: '星の本 2', link: '/volumes/v2' },
];

describe('a mail', () => {
  it('says the same as plain text and as HTML', () => {
    const { subject, text, html } = mailTextOf(noticeOf(opened('Moon 1'), aki, 'en'), envelope);
    expect(subject).toBe('You borrowed from the library');
    expect(text).toMatch(/^Dear Aki,\n\nYou borrowed from the library\n\n- Moon 1\n\nPlease bring/);
    expect(text).toContain('See your loans: https://bunko.example/loans');
    for (const part of ['Dear Aki,', '>You borrowed from the library</h1>', '>Moon 1</a>', 'Please bring everything'])
      expect(html).toContain(part);
    expect(html).toContain('href="https://bunko.example/loans"');
  });

  it('shows names and titles as they were written, never as markup', () => {
    const notice = noticeOf(opened('<img src=x> & "co"'), aki, 'en');
    const { text, html } = mailTextOf(notice, { ...envelope, to: { name: "O'<b>" } });
    expect(text).toContain('<img src=x> & "co"');
    expect(html).toContain('&lt;img src=x&gt; &amp; &quot;co&quot;');
    expect(html).toContain('Dear O&#39;&lt;b&gt;,');
    expect(html).not.toContain('<img');
  });

  it.each(everything)('names its language, fits a narrow screen and can be stopped: $type', (event) => {
    for (const language of ['en', 'ja'] as const) {
      const { html, text } = mailTextOf(noticeOf(event, aki, language), envelope);
      expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`));
      expect(html).toContain('name="viewport"');
      expect(html).toContain('max-width:560px');
      expect(html).toContain(`href="${envelope.unsubscribe}"`);
      expect(text).toContain(envelope.unsubscribe);
    }
  });

  it('shows a new member what is borrowed most, with the way there', () => {
    const { html, text } = mailTextOf(noticeOf(registered, aki, 'ja'), { ...envelope, popular });
    expect(text).toContain('いまよく借りられている本\n- Moon <1>: https://bunko.example/volumes/v1\n- 星の本 2: ');
    expect(html).toContain('<a href="https://bunko.example/volumes/v1" style="color:inherit">Moon &lt;1&gt;</a>');
  });

  it('has no such section while nothing was ever borrowed', () => {
    const { html, text } = mailTextOf(noticeOf(registered, aki, 'en'), envelope);
    expect(text).not.toContain('Borrowed most');
    expect(html).not.toContain('<h2');
  });
});
