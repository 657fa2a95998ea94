import { describe, expect, it } from 'vitest';
import { BusinessDay } from '../../../events/business-day.ts';
import { daysLateOn, dueOnFor, lateFeeOn } from './due-date.ts';

const day = (text: string) => BusinessDay.parse(text);

describe('the due date', () => {
  it('is 14 days after the day of borrowing, across the end of a month', () =>
    expect(dueOnFor(day('2026-02-20'))).toBe('2026-03-06'));
});

describe('the late fee', () => {
  // 2026-05-07 is a Thursday.
  it.each([
    ['nothing on the due date itself', '2026-05-07', 0, 0],
    ['nothing before it', '2026-05-01', 0, 0],
    ['500 yen on the first late day', '2026-05-08', 1, 500],
    ['each late day through Saturday', '2026-05-09', 2, 1000],
    ['no more on Sunday, when the library is closed', '2026-05-10', 3, 1000],
    ['no more on Monday, when the library is closed', '2026-05-11', 4, 1000],
    ['again on Tuesday', '2026-05-12', 5, 1500],
    ['five open days of a whole week', '2026-05-14', 7, 2500],
  ])('is %s', (_, returnedOn, daysLate, yen) => {
    expect(daysLateOn(day(returnedOn), day('2026-05-07'))).toBe(daysLate);
    expect(lateFeeOn(day(returnedOn), day('2026-05-07'))).toEqual({ amount: yen, currency: 'JPY' });
  });

  it('is nothing when the only late days are closed ones', () =>
    expect(lateFeeOn(day('2026-05-11'), day('2026-05-09')).amount).toBe(0));
});
