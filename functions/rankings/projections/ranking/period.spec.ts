import { describe, expect, it } from 'vitest';
import { windowOf } from './period.ts';

describe('the window of a ranking', () => {
  it.each([
    ['Sunday, the last second in Tokyo', '2026-05-03T14:59:59Z', '2026-04-27', '2026-05-03'],
    ['Monday, the first second in Tokyo', '2026-05-03T15:00:00Z', '2026-05-04', '2026-05-10'],
  ])('is the current week from Monday to Sunday (%s)', (_, now, from, to) => {
    expect(windowOf('current-week', new Date(now))).toEqual({ bucket: `week#${from}`, from, to });
  });

  it('is the week before, also over the turn of a year', () => {
    const window = { bucket: 'week#2026-12-28', from: '2026-12-28', to: '2027-01-03' };
    expect(windowOf('last-week', new Date('2027-01-05T03:00:00Z'))).toEqual(window);
  });

  it.each([
    ['2026-05-31T14:59:59Z', 'month#2026-04', '2026-04-01', '2026-04-30'],
    ['2026-05-31T15:00:00Z', 'month#2026-05', '2026-05-01', '2026-05-31'],
    ['2027-01-15T00:00:00Z', 'month#2026-12', '2026-12-01', '2026-12-31'],
    ['2028-03-10T00:00:00Z', 'month#2028-02', '2028-02-01', '2028-02-29'],
  ])('is the previous calendar month (%s)', (now, bucket, from, to) => {
    expect(windowOf('last-month', new Date(now))).toEqual({ bucket, from, to });
  });

  it('is everything up to today', () => {
    expect(windowOf('all-time', new Date('2026-05-03T15:00:00Z'))).toEqual({
      bucket: 'all',
      from: null,
      to: '2026-05-04',
    });
  });
});
