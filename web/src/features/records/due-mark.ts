import { BusinessDay, daysBetween } from '../../../../events/business-day.ts';
import type { LoanRecord } from './api/list-records.ts';
import { stateOfLoan } from './state-of-loan.ts';

/** The library writes two days before, too. */
const SOON_DAYS = 2;

export type DueMark = { mark: 'open' | 'returned' } | { mark: 'due-soon' | 'overdue'; days: number };

/** How near the due day is. The state comes from the library; a day that has just passed may be ahead of it. */
export const dueMarkOf = (record: LoanRecord, today: BusinessDay): DueMark => {
  const state = stateOfLoan(record);
  if (state === 'returned') return { mark: 'returned' };
  const days = daysBetween(today, BusinessDay.parse(record.dueOn));
  if (state === 'overdue' || days < 0) return { mark: 'overdue', days: Math.max(0, -days) };
  return days <= SOON_DAYS ? { mark: 'due-soon', days } : { mark: 'open' };
};
