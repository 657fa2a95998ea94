import { describe, expect, it } from 'vitest';
import { plainState } from './plain-state.ts';
import { changesBetween } from './state-diff.ts';

describe('what changed between two states', () => {
  it('is nothing when they are equal', () =>
    expect(changesBetween({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toEqual([]));

  it('names each value by its path', () =>
    expect(
      changesBetween({ kept: 1, loan: { due: 'x', late: false } }, { kept: 1, loan: { due: 'y', late: false } }),
    ).toEqual([{ path: 'loan.due', before: 'x', after: 'y' }]));

  it('tells what came from what went', () =>
    expect(changesBetween({ went: 1 }, { came: 2 })).toEqual([
      { path: 'went', before: 1 },
      { path: 'came', after: 2 },
    ]));

  it('goes into lists, and shows a list that became something else as a whole', () => {
    expect(changesBetween({ list: [1, 2] }, { list: [1, 3, 4] })).toEqual([
      { path: 'list.1', before: 2, after: 3 },
      { path: 'list.2', after: 4 },
    ]);
    expect(changesBetween({ x: [1] }, { x: { 0: 1 } })).toEqual([{ path: 'x', before: [1], after: { 0: 1 } }]);
  });

  it('sees into maps and sets, and that something was nothing before', () => {
    const before = plainState({ lent: new Map([['c1', 'l1']]), open: new Set(['l1']), card: undefined });
    const after = plainState({ lent: new Map([['c2', 'l2']]), open: new Set(), card: 'k' });
    expect(changesBetween(before, after)).toEqual([
      { path: 'lent.c1', before: 'l1' },
      { path: 'lent.c2', after: 'l2' },
      { path: 'open.0', before: 'l1' },
      { path: 'card', before: null, after: 'k' },
    ]);
    expect(changesBetween(plainState(undefined), plainState({ a: 1 }))).toEqual([
      { path: '', before: null, after: { a: 1 } },
    ]);
  });
});
