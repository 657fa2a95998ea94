import { describe, expect, it } from 'vitest';
import type { FaultRule } from './fault-plan.ts';
import { firedIn, givenFaults } from './given-faults.ts';
import { shaken } from './shaken-delivery.ts';

const items = [1, 2, 3, 4, 5, 6, 7, 8];
const shake = (rules: Omit<FaultRule, 'at'>[], given: readonly number[] = items, seed = 1) =>
  shaken(
    givenFaults(
      rules.map((rule) => ({ at: 'sqs', ...rule })),
      seed,
    ),
    'sqs',
    'work',
    given,
  );

describe('a delivery', () => {
  it('stays as it is without a rule', () =>
    expect(shake([])).toEqual({ now: items, waitMs: 0, aside: [], asideMs: 0, inOrder: true }));

  it('waits for the longest delay of its messages', () => {
    const rules: Omit<FaultRule, 'at'>[] = [
      { kind: 'delay', delayMs: 20, times: 1 },
      { kind: 'delay', delayMs: 50, times: 1 },
    ];
    expect(shake(rules)).toMatchObject({ now: items, waitMs: 50, aside: [], inOrder: true });
  });

  it('holds what comes twice, and what comes twice is not missing now', () =>
    expect(shake([{ kind: 'duplicate', times: 2, delayMs: 5 }])).toMatchObject({
      now: items,
      aside: [1, 2],
      asideMs: 5,
    }));

  it('loses nothing and doubles nothing when it is reordered, but changes places and holds some back', () => {
    const { now, aside, inOrder } = shake([{ kind: 'reorder' }]);
    expect([...now, ...aside].toSorted()).toEqual(items);
    expect(aside.length).toBeGreaterThan(0);
    expect(now).not.toEqual(now.toSorted());
    expect(inOrder).toBe(false);
  });

  it('of one message can only be held back', () =>
    expect(shake([{ kind: 'reorder', delayMs: 9 }], [1])).toEqual({
      now: [],
      waitMs: 0,
      aside: [1],
      asideMs: 9,
      inOrder: true,
    }));

  it('is shaken in the same way for the same seed', () => {
    expect(shake([{ kind: 'reorder' }], items, 5)).toEqual(shake([{ kind: 'reorder' }], items, 5));
    expect(shake([{ kind: 'reorder' }], items, 5)).not.toEqual(shake([{ kind: 'reorder' }], items, 6));
  });

  it('counts once for each message', () => {
    const book = givenFaults([{ at: 'sqs', kind: 'duplicate' }]);
    shaken(book, 'sqs', 'work', items);
    expect(firedIn(book)).toEqual([items.length]);
  });
});
