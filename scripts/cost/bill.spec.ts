import { describe, expect, it } from 'vitest';
import { bill, line } from './bill.ts';
import { prices } from './prices.ts';
import { billText } from './report.ts';

describe('a line of a bill', () => {
  it.each([
    [730, 'kafka-cluster', 54_750],
    [1_000_000, 'dynamodb-write', 63],
    [64_600_000, 'dynamodb-write', 4_038],
    [1.533, 'logs', 77],
    [10_000, 'signature', 15],
  ] as const)('of %d at the price %s comes to %d cents', (quantity, price, cents) =>
    expect(line('something', quantity, price).cents).toBe(cents));
});

describe('a bill', () => {
  const given = bill('a month', [
    line('keys', 3, 'key'),
    line('requests', 2_500_000, 'http-api'),
    line('next to nothing', 3, 'http-api'),
  ]);

  it('leaves out what comes to less than a cent', () =>
    expect(given.lines.map(({ what }) => what)).toEqual(['keys', 'requests']));

  it('adds up by hand, as it is printed', () => {
    expect(given.totalCents).toBe(300 + 250);
    const [, ...printed] = billText(given).split('\n');
    const amounts = printed.map((text) => Number(text.slice(text.lastIndexOf('$') + 1).replaceAll(',', '')));
    expect(amounts).toEqual([3, 2.5, 5.5]);
  });
});

describe('the price list', () => {
  it.each(Object.entries(prices))('says where the price of %s comes from', (_, { source, dollars, per }) => {
    expect(source).toMatch(/^https:\/\/aws\.amazon\.com\//);
    expect(dollars).toBeGreaterThan(0);
    expect(per).toBeGreaterThan(0);
  });
});
