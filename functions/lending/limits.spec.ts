import { describe, expect, it } from 'vitest';
import { limitsIn } from './limits.ts';

describe('the limits of a stage', () => {
  it('are none unless it names them', () =>
    expect(limitsIn({})).toEqual({ openLoansPerMember: undefined, loansPerDay: undefined }));
  it('are numbers', () =>
    expect(limitsIn({ OPEN_LOANS_PER_MEMBER: '3', LOANS_PER_DAY: '1' })).toEqual({
      openLoansPerMember: 3,
      loansPerDay: 1,
    }));
  it.each(['0', '-1', 'many', '1.5'])('are refused at once when they are not: %s', (LOANS_PER_DAY) =>
    expect(() => limitsIn({ LOANS_PER_DAY })).toThrow());
});
