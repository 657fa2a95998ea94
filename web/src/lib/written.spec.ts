import { describe, expect, it } from 'vitest';
import {
  writtenDay,
  writtenDuration,
  writtenInstant,
  writtenMoment,
  writtenMoney,
  writtenShare,
  writtenTime,
} from './written.ts';

describe('what is written for readers', () => {
  it('writes yen without decimals and dollars with cents, from whole minor units', () => {
    expect(writtenMoney({ amount: 1500, currency: 'JPY' }, 'en')).toBe('¥1,500');
    expect(writtenMoney({ amount: 1500, currency: 'USD' }, 'en')).toBe('$15.00');
    expect(writtenMoney({ amount: 1500, currency: 'JPY' }, 'ja')).toMatch(/^[￥¥]1,500$/);
  });

  it('keeps a day the same day, whatever the time zone of the reader', () => {
    expect(writtenDay('2026-12-05', 'en')).toBe('Dec 5, 2026');
    expect(writtenDay('2026-12-05', 'ja')).toBe('2026/12/05');
  });

  it('writes instants in the time of the library', () => {
    expect(writtenInstant('2026-11-21T15:30:00Z', 'ja')).toBe('2026/11/22 0:30');
    expect(writtenMoment('2026-11-21T15:30:05Z', 'ja')).toBe('2026/11/22 0:30:05');
    expect(writtenTime('2026-11-21T15:30:05Z', 'ja')).toBe('0:30:05');
  });

  it('writes how long something took as coarsely as it matters', () => {
    expect(writtenDuration(132.4, 'en')).toBe('132 ms');
    expect(writtenDuration(8_049, 'en')).toBe('8 sec');
    expect(writtenDuration(12_340, 'en')).toBe('12.3 sec');
  });

  it('writes a share of a whole in per cent', () => expect(writtenShare(0.9125, 'en')).toBe('91.3%'));
});
