import { type FieldRange, fieldNumbers, numberOf } from './cron-field.ts';

const dayOfMonth: FieldRange = { name: 'day of month', least: 1, most: 31 };
const dayOfWeek: FieldRange = {
  name: 'day of week',
  least: 1,
  most: 7,
  names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
};

/** Whether a schedule is due on a day (midnight UTC). */
export type DayTest = (day: Date) => boolean;

const lastOfMonth = (day: Date): number =>
  new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
const weekday = (day: Date): number => day.getUTCDay() + 1;

/** Reads a day-of-month field: numbers, `L` (the last day), `LW` and `15W` (the working day nearest to it). */
export const dayOfMonthTest = (text: string): DayTest => {
  if (text === '?' || text === '*') return () => true;
  if (text === 'L') return (day) => day.getUTCDate() === lastOfMonth(day);
  if (text === 'LW') return (day) => day.getUTCDate() === nearestWorkday(day, lastOfMonth(day));
  if (text.endsWith('W')) {
    const wanted = numberOf(text.slice(0, -1), dayOfMonth);
    return (day) => wanted <= lastOfMonth(day) && day.getUTCDate() === nearestWorkday(day, wanted);
  }
  const numbers = fieldNumbers(text, dayOfMonth);
  return (day) => numbers.has(day.getUTCDate());
};

/** The working day nearest to a date within its month. */
const nearestWorkday = (day: Date, date: number): number => {
  const on = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), date)).getUTCDay();
  if (on === 6) return date === 1 ? 3 : date - 1;
  if (on === 0) return date === lastOfMonth(day) ? date - 2 : date + 1;
  return date;
};

/** Reads a day-of-week field: numbers and names (1 = SUN), `6L` (the last Friday) and `3#2` (the second Tuesday). */
export const dayOfWeekTest = (text: string): DayTest => {
  if (text === '?' || text === '*') return () => true;
  if (text === 'L') return (day) => weekday(day) === 7;
  if (text.endsWith('L')) {
    const wanted = numberOf(text.slice(0, -1), dayOfWeek);
    return (day) => weekday(day) === wanted && day.getUTCDate() > lastOfMonth(day) - 7;
  }
  const [name = '', nth] = text.split('#');
  if (nth !== undefined) {
    const wanted = numberOf(name, dayOfWeek);
    const which = numberOf(nth, { name: 'number of a weekday', least: 1, most: 5 });
    return (day) => weekday(day) === wanted && Math.ceil(day.getUTCDate() / 7) === which;
  }
  const numbers = fieldNumbers(text, dayOfWeek);
  return (day) => numbers.has(weekday(day));
};
