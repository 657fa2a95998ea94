import * as z from 'zod';
import { addDays, type BusinessDay, dayOf, firstOfMonth, mondayOf } from '../../../../events/business-day.ts';
import { ALL_TIME, monthOf, weekOf } from '../../../../events/views/ranking.ts';

export const Period = z.enum(['current-week', 'last-week', 'last-month', 'all-time']);
export type Period = z.infer<typeof Period>;

/** The days of a ranking, both inclusive, and the bucket in which their loans are counted. */
export interface Window {
  bucket: string;
  /** Null when it goes back to the first loan. */
  from: BusinessDay | null;
  to: BusinessDay;
}

/** The window that a period means at an instant, in business days. */
export const windowOf = (period: Period, now: Date): Window => {
  const today = dayOf(now);
  switch (period) {
    case 'current-week':
      return weekFrom(mondayOf(today));
    case 'last-week':
      return weekFrom(addDays(mondayOf(today), -7));
    case 'last-month': {
      const to = addDays(firstOfMonth(today), -1);
      const from = firstOfMonth(to);
      return { bucket: monthOf(from), from, to };
    }
    case 'all-time':
      return { bucket: ALL_TIME, from: null, to: today };
  }
};

const weekFrom = (monday: BusinessDay): Window => ({ bucket: weekOf(monday), from: monday, to: addDays(monday, 6) });
