import { describe, expect, it } from 'vitest';
import { scheduleExpression } from './schedule-expression.ts';

const next = (expression: string, after: string, since = after) =>
  scheduleExpression(expression).next(new Date(after), new Date(since))?.toISOString().slice(0, 16);

describe('a schedule expression', () => {
  it.each([
    ['cron(0 15 * * ? *)', '2026-11-21T14:59:59Z', '2026-11-21T15:00'],
    ['cron(0 15 * * ? *)', '2026-11-21T15:00:00Z', '2026-11-22T15:00'],
    ['cron(0/15 8-9 ? * MON-FRI *)', '2026-11-20T09:45:00Z', '2026-11-23T08:00'],
    ['cron(5,10 0 1 JAN,JUL ? *)', '2026-11-21T00:00:00Z', '2027-01-01T00:05'],
    ['cron(0 0 L * ? *)', '2028-02-01T00:00:00Z', '2028-02-29T00:00'],
    ['cron(0 0 15W * ? *)', '2026-11-01T00:00:00Z', '2026-11-16T00:00'],
    ['cron(0 0 1W * ? *)', '2026-08-01T00:00:00Z', '2026-08-03T00:00'],
    ['cron(0 0 ? * 6L *)', '2026-11-01T00:00:00Z', '2026-11-27T00:00'],
    ['cron(0 0 ? * 3#2 *)', '2026-11-01T00:00:00Z', '2026-11-10T00:00'],
    ['cron(0 0 29 2 ? *)', '2026-11-01T00:00:00Z', '2028-02-29T00:00'],
    ['cron(0 0 1 1 ? 2020)', '2026-11-01T00:00:00Z', undefined],
  ])('%s after %s is due at %s', (expression, after, expected) => expect(next(expression, after)).toBe(expected));

  it('counts a rate from when it began', () => {
    expect(next('rate(5 minutes)', '2026-11-21T00:12:00Z', '2026-11-21T00:01:00Z')).toBe('2026-11-21T00:16');
    expect(next('rate(1 day)', '2026-11-21T00:00:00Z')).toBe('2026-11-22T00:00');
  });

  it.each([
    'rate(0 minutes)',
    'cron(0 15 * * * *)',
    'cron(0 15 * * ?)',
    'cron(60 0 * * ? *)',
    'cron(0 0 ? * FOO *)',
    'every day',
  ])('is refused when EventBridge would: %s', (expression) =>
    expect(() => scheduleExpression(expression)).toThrow(expect.objectContaining({ reason: 'invalid-schedule' })));
});
