import { describe, expect, it } from 'vitest';
import { addDays, BusinessDay } from '../../../../events/business-day.ts';
import type { LoanRecord } from './api/list-records.ts';
import { dueMarkOf } from './due-mark.ts';

const today = BusinessDay.parse('2026-11-21');
const loan = (dueIn: number, status: LoanRecord['status'] = 'open'): LoanRecord => ({
  loanId: 'a loan',
  status,
  borrowedOn: '2026-11-01',
  dueOn: addDays(today, dueIn),
  items: [],
});

describe('the mark of a loan', () => {
  it('is quiet until two days before it is due', () => {
    expect(dueMarkOf(loan(3), today)).toEqual({ mark: 'open' });
    expect(dueMarkOf(loan(2), today)).toEqual({ mark: 'due-soon', days: 2 });
  });

  it('still says due soon on the day itself', () =>
    expect(dueMarkOf(loan(0), today)).toEqual({ mark: 'due-soon', days: 0 }));

  it('says overdue from the day after, whether or not the library has noticed', () => {
    expect(dueMarkOf(loan(-1), today)).toEqual({ mark: 'overdue', days: 1 });
    expect(dueMarkOf(loan(-4, 'overdue'), today)).toEqual({ mark: 'overdue', days: 4 });
  });

  it('believes the library when it says overdue', () =>
    expect(dueMarkOf(loan(0, 'overdue'), today)).toEqual({ mark: 'overdue', days: 0 }));

  it('forgets about days once the loan is returned', () =>
    expect(dueMarkOf(loan(-9, 'returned'), today)).toEqual({ mark: 'returned' }));
});
