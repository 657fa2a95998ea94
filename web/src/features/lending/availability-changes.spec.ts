import { describe, expect, it } from 'vitest';
import type { Availability } from './api/get-availability.ts';
import { withChanges } from './availability-changes.ts';

const shelf = (copies: number, onLoan: number, volumeId = 'v'): Availability => ({
  volumeId,
  copies,
  onLoan,
  available: copies - onLoan,
  onHold: 0,
  waiting: 0,
});

describe('what moved on the shelf', () => {
  it('tells loans, returns, and copies that came or went', () => {
    expect(withChanges([], shelf(3, 0), shelf(3, 2), 1)).toEqual([{ movement: 'wentOut', count: 2, at: 1 }]);
    expect(withChanges([], shelf(3, 2), shelf(3, 1), 1)).toEqual([{ movement: 'cameBack', count: 1, at: 1 }]);
    expect(withChanges([], shelf(3, 0), shelf(5, 0), 1)).toEqual([{ movement: 'added', count: 2, at: 1 }]);
    expect(withChanges([], shelf(3, 0), shelf(2, 0), 1)).toEqual([{ movement: 'removed', count: 1, at: 1 }]);
  });

  it('puts the newest first and keeps five', () => {
    let seen: ReturnType<typeof withChanges> = [];
    for (let at = 1; at <= 7; at++) seen = withChanges(seen, shelf(9, at - 1), shelf(9, at), at);
    expect(seen.map(({ at }) => at)).toEqual([7, 6, 5, 4, 3]);
  });

  it('says nothing on the first look, on another volume, or when nothing moved', () => {
    const seen = [{ movement: 'wentOut', count: 1, at: 1 }] as const;
    expect(withChanges([], undefined, shelf(3, 1), 1)).toEqual([]);
    expect(withChanges(seen, shelf(3, 1, 'other'), shelf(3, 0), 2)).toEqual([]);
    expect(withChanges(seen, shelf(3, 1), shelf(3, 1), 2)).toBe(seen);
  });
});
