import { describe, expect, it } from 'vitest';
import { differenceOfMedians, mannWhitney, median, seeded } from './statistics.ts';

const random = seeded(3);
const values = (count: number, shift = 0) => Array.from({ length: count }, () => random() * 10 + shift);

describe('the statistics of a bench', () => {
  it('take the middle value, or the middle of the two', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('find no difference between samples of one distribution', () => {
    const [one, other] = [values(400), values(400)];
    expect(mannWhitney(one, other)).toBeGreaterThan(0.05);
    const { low, high } = differenceOfMedians(one, other);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });

  it('find a difference that is there, and where it lies', () => {
    const [one, other] = [values(400, 2), values(400)];
    expect(mannWhitney(one, other)).toBeLessThan(0.001);
    const { low, high } = differenceOfMedians(one, other);
    expect(low).toBeGreaterThan(0);
    expect(low).toBeLessThan(2);
    expect(high).toBeGreaterThan(2);
  });

  it('give the p that R gives: wilcox.test(1:5, 6:10, exact = FALSE)', () =>
    expect(mannWhitney([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])).toBeCloseTo(0.01219, 5));

  it('say that equal samples do not differ at all', () => expect(mannWhitney([1, 1, 1], [1, 1, 1])).toBe(1));
});
