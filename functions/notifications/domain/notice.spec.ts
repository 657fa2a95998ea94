import { describe, expect, it } from 'vitest';
import { bodyOf, noticeOf } from './notice.ts';
import {
  aki,
  becameOverdue,
  broughtBack,
  dueSoon,
  everything,
  expiring,
  offered,
  opened,
  orderCancelled,
  orderConfirmed,
  orderFailed,
  orderShipped,
  ranLow,
  registered,
} from './phrases.ts';

const told = (event: Parameters<typeof noticeOf>[0]) => {
  const notice = noticeOf(event, aki, 'en');
  return { ...notice, body: bodyOf(notice) };
};

describe('a notice', () => {
  it('welcomes a new member', () =>
    expect(told(registered)).toMatchObject({ memberId: aki, kind: 'welcome', link: '/' }));

  it('names what was borrowed and when it is due', () => {
    const { kind, body } = told(opened('Moon 1', '月の図書館 2'));
    expect(kind).toBe('borrowed');
    expect(body.split('\n')).toEqual(['- Moon 1', '- 月の図書館 2', 'Please bring everything back by 2026-05-15.']);
  });

  it('thanks for a return in time', () =>
    expect(told(broughtBack(0, 0))).toMatchObject({ kind: 'returned', body: expect.stringContaining('in time') }));

  it.each([
    [1, 500, '1 day late; the late fee is JPY 500'],
    [6, 2000, '6 days late; the late fee is JPY 2000'],
  ])('names the fee of a return %i late', (days, fee, words) =>
    expect(told(broughtBack(days, fee)).body).toContain(words));

  it('reminds before the due day, and of an overdue loan', () => {
    expect(told(dueSoon)).toMatchObject({ kind: 'due-soon', body: expect.stringContaining('2026-05-15') });
    expect(told(becameOverdue)).toMatchObject({ kind: 'overdue', body: expect.stringContaining('2026-05-15') });
  });

  it('says until when a copy is put aside, by the clock of the library, and leads to the volume', () =>
    expect(told(offered)).toMatchObject({
      kind: 'hold-ready',
      body: '- Moon 1\nA copy is put aside for you until 2026-05-18 12:00 (Tokyo).',
      link: '/volumes/v1',
    }));

  it('says how long a card is valid', () =>
    expect(told(expiring)).toMatchObject({ kind: 'card-expiring', body: expect.stringContaining('2028-04-30') }));

  it('says what was ordered, what it costs, and who brings it when', () => {
    const { kind, link, things, body } = told(orderConfirmed);
    expect([kind, link]).toEqual(['order-confirmed', '/orders/o1']);
    expect(things).toEqual([{ title: 'Brass bookmark × 2', link: '/shop/products/p1' }]);
    expect(body.split('\n')).toEqual([
      '- Brass bookmark × 2',
      'Total: JPY 1,760',
      'Yamaneko brings it, expected on 2026-05-04. Tracking number: TRK0A1B2C3D',
    ]);
    expect(told(orderShipped)).toMatchObject({ kind: 'order-shipped', link: '/orders/o1' });
    expect(noticeOf(orderConfirmed, aki, 'ja').lines).toEqual([
      '合計:1,760円',
      'Yamanekoがお届けします。お届け予定日は2026-05-04、追跡番号はTRK0A1B2C3Dです。',
    ]);
  });

  it('says in plain words why an order came to nothing, and what went back', () => {
    expect(told(orderCancelled('card-declined'))).toMatchObject({
      kind: 'order-cancelled',
      lines: ['Your card was declined.', 'Nothing was taken from your card.'],
    });
    expect(told(orderFailed('took-too-long (arrange-shipping)', 1760))).toMatchObject({
      kind: 'order-cancelled',
      lines: ['It could not be completed in time.', 'JPY 1,760 went back to your card.'],
    });
    expect(told(orderFailed('stock-unavailable')).lines[0]).toBe('It could not be completed.');
  });

  it('leads a librarian to the product that ran low', () =>
    expect(told(ranLow)).toMatchObject({
      kind: 'low-stock',
      link: '/desk/products/p1',
      body: '- Brass bookmark\n3 left to be sold; the alert level is 5.',
    }));

  it.each(everything)('speaks one language, the whole of it: $type', (event) => {
    const words = (language: 'en' | 'ja') => {
      const { title, lines, button } = noticeOf(event, aki, language);
      return [title, ...lines, button];
    };
    for (const text of words('ja')) expect(text).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    for (const text of words('en')) expect(text).not.toMatch(/[^\x20-\x7e]/);
    expect(words('ja')).toHaveLength(words('en').length);
  });
});
