import { describe, expect, it } from 'vitest';
import { resourcesOf } from './assembly.ts';

const settingsOfBorrow = (lending?: { openLoansPerMember?: number; loansPerDay?: number }) => {
  const resources = resourcesOf('dev', undefined, lending && { lending });
  const borrow = resources.find(({ Properties }) => Properties.FunctionName === 'bunko-dev-borrow');
  const { Variables } = borrow?.Properties.Environment as { Variables: Record<string, unknown> };
  return [Variables.OPEN_LOANS_PER_MEMBER, Variables.LOANS_PER_DAY];
};

// Each test synthesises the whole app.
describe('the limits of borrowing', { timeout: 240_000 }, () => {
  it('are off in a stage that names none', () => expect(settingsOfBorrow()).toEqual([undefined, undefined]));
  it('reach the function that borrows when a stage switches them on', () =>
    expect(settingsOfBorrow({ openLoansPerMember: 3, loansPerDay: 2 })).toEqual(['3', '2']));
});
