import { describe, expect, it } from 'vitest';
import { eventually } from '../aws/given-aws.ts';
import type { FaultRule } from './fault-plan.ts';
import { firedIn, givenFaults } from './given-faults.ts';

const throttle: FaultRule = { at: 'dynamodb', kind: 'throttle' };
const strike = (book: ReturnType<typeof givenFaults>, target = 'loans') =>
  book.strike('dynamodb', [target], ['throttle', 'error', 'hang']).map(({ kind }) => kind);
const calls = (book: ReturnType<typeof givenFaults>, count: number) =>
  Array.from({ length: count }, () => strike(book).join());

describe('the rules of faults', () => {
  it('let the same calls fail for the same seed, and others for another', () => {
    const rules: FaultRule[] = [
      { ...throttle, probability: 0.3 },
      { at: 'dynamodb', kind: 'error', probability: 0.3 },
    ];
    const first = calls(givenFaults(rules, 42), 200);
    expect(calls(givenFaults(rules, 42), 200)).toEqual(first);
    expect(calls(givenFaults(rules, 43), 200)).not.toEqual(first);
  });

  it('draw from a generator each: two rules alike do not always meet', () => {
    const both = calls(givenFaults([throttle, throttle].map((rule) => ({ ...rule, probability: 0.5 }))), 100);
    expect(new Set(both)).toEqual(new Set(['', 'throttle', 'throttle,throttle']));
  });

  it.each([
    [0, 0, 0],
    [0.1, 60, 140],
    [1, 1_000, 1_000],
  ])('happen with probability %d', (probability, least, most) => {
    const book = givenFaults([{ ...throttle, probability }]);
    calls(book, 1_000);
    const [fired = -1] = firedIn(book);
    expect(fired).toBeGreaterThanOrEqual(least);
    expect(fired).toBeLessThanOrEqual(most);
  });

  it('happen always unless told, and no more than their times', () => {
    expect(calls(givenFaults([throttle]), 3)).toEqual(['throttle', 'throttle', 'throttle']);
    const twice = givenFaults([{ ...throttle, times: 2 }]);
    expect(calls(twice, 4)).toEqual(['throttle', 'throttle', '', '']);
    expect(firedIn(twice)).toEqual([2]);
  });

  it('meet their exact target only, and every one without a target', () => {
    const book = givenFaults([{ ...throttle, target: 'loans' }]);
    expect(['loan', 'loans', 'loans2'].map((target) => strike(book, target))).toEqual([[], ['throttle'], []]);
    expect(strike(givenFaults([throttle]), 'anything')).toEqual(['throttle']);
  });

  it('do not happen elsewhere, nor where their kind has no meaning', () => {
    const book = givenFaults([throttle]);
    expect(book.strike('sqs', ['loans'], ['throttle'])).toEqual([]);
    expect(book.strike('dynamodb', ['loans'], ['duplicate'])).toEqual([]);
    expect(firedIn(book)).toEqual([0]);
  });

  it('take 100 ms unless told, and hang for 30 s', () => {
    const book = givenFaults([throttle, { at: 'dynamodb', kind: 'hang' }, { ...throttle, delayMs: 7 }]);
    const struck = book.strike('dynamodb', [], ['throttle', 'hang']);
    expect(struck.map(({ delayMs }) => delayMs)).toEqual([100, 30_000, 7]);
  });

  it('hold things back as visible activity, and let go of them when they are replaced or stopped', async () => {
    const book = givenFaults([throttle]);
    const again = { seed: 1, rules: [throttle] };
    for (const end of [() => book.replace(again), () => book.stop()]) {
      const held = book.hold('a record', 60_000);
      expect(await book.activity.pending()).toEqual(['a fault: a record (1 running)']);
      void end();
      await held;
      expect(await eventually(async () => (await book.activity.pending()).length === 0)).toBe(true);
    }
  });

  it('go on while the system stops, so that what fails does not succeed at the last moment', async () => {
    const book = givenFaults([throttle]);
    await book.stop();
    expect(book.strike('dynamodb', [], ['throttle'])).toHaveLength(1);
  });
});
