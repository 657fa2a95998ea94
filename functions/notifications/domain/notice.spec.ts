import { describe, expect, it } from 'vitest';
import { mailTextOf } from './mail-text.ts';
import { noticeOf } from './notice.ts';
import { aki, becameOverdue, broughtBack, opened, registered } from './phrases.ts';

describe('a notice', () => {
  it('welcomes a new member', () =>
    expect(noticeOf(registered)).toMatchObject({ memberId: aki, kind: 'welcome', link: '/' }));

  it('names what was borrowed and when it is due', () => {
    const { kind, body } = noticeOf(opened('Moon 1', '月の図書館 2'));
    expect(kind).toBe('borrowed');
    expect(body.split('\n').slice(0, 3)).toEqual([
      '- Moon 1',
      '- 月の図書館 2',
      'Please bring everything back by 2026-05-15.',
    ]);
  });

  it('thanks for a return in time', () =>
    expect(noticeOf(broughtBack(0, 0))).toMatchObject({ kind: 'returned', body: expect.stringContaining('in time') }));

  it.each([
    [1, 500, '1 day late; the late fee is JPY 500'],
    [6, 2000, '6 days late; the late fee is JPY 2000'],
  ])('names the fee of a return %i late', (days, fee, words) =>
    expect(noticeOf(broughtBack(days, fee)).body).toContain(words));

  it('reminds of an overdue loan', () =>
    expect(noticeOf(becameOverdue)).toMatchObject({ kind: 'overdue', body: expect.stringContaining('2026-05-15') }));

  it('ends with a line in Japanese, whatever it tells', () => {
    for (const event of [registered, opened('Moon 1'), broughtBack(0, 0), broughtBack(2, 500), becameOverdue])
      expect(noticeOf(event).body.split('\n').at(-1)).toMatch(/[ぁ-ん]/);
  });
});

describe('a mail', () => {
  it('says the same as plain text and as HTML', () => {
    const { subject, text, html } = mailTextOf(noticeOf(opened('Moon 1')), { name: 'Aki', email: 'a@b.c' });
    expect(subject).toBe('You borrowed from the library');
    expect(text).toMatch(/^Dear Aki,\n\nYou borrowed from the library\n\n- Moon 1\n/);
    expect(html).toContain('<p>Dear Aki,</p>');
    expect(html).toContain('<p>- Moon 1<br>Please bring');
  });

  it('shows names and titles as they were written, never as markup', () => {
    const { text, html } = mailTextOf(noticeOf(opened('<img src=x> & "co"')), { name: "O'<b>", email: 'a@b.c' });
    expect(text).toContain('<img src=x> & "co"');
    expect(html).toContain('&lt;img src=x&gt; &amp; &quot;co&quot;');
    expect(html).toContain('Dear O&#39;&lt;b&gt;,');
    expect(html).not.toContain('<img');
  });
});
