import { dayOfMonthTest, dayOfWeekTest } from './cron-day.ts';
import { type FieldRange, fieldNumbers } from './cron-field.ts';
import { InvalidSchedule } from './invalid-schedule.ts';

const minute: FieldRange = { name: 'minute', least: 0, most: 59 };
const hour: FieldRange = { name: 'hour', least: 0, most: 23 };
const year: FieldRange = { name: 'year', least: 1970, most: 2199 };
const month: FieldRange = {
  name: 'month',
  least: 1,
  most: 12,
  names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
};

const A_DAY_MS = 86_400_000;
/** 29 February comes again after eight years at most, also around a century. */
const DAYS_TO_SEARCH = 9 * 366;

/**
 * Reads the six fields of EventBridge's cron (minute hour day-of-month month day-of-week year, UTC) and answers the
 * first due instant after a given one, or undefined when there is none within nine years. Throws an `InvalidSchedule`.
 */
export const cronTimes = (fields: string): ((after: Date) => Date | undefined) => {
  const texts = fields.trim().split(/\s+/);
  if (texts.length !== 6) throw new InvalidSchedule(`cron(${fields}) has ${texts.length} fields, not 6`);
  const [minutes = '', hours = '', dayOfMonth = '', months = '', dayOfWeek = '', years = ''] = texts;
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    throw new InvalidSchedule(`cron(${fields}): exactly one of day of month and day of week is ?`);
  }
  const monthNumbers = fieldNumbers(months, month);
  const yearNumbers = fieldNumbers(years, year);
  const onDate = dayOfMonthTest(dayOfMonth);
  const onWeekday = dayOfWeekTest(dayOfWeek);
  const due = (day: Date) =>
    yearNumbers.has(day.getUTCFullYear()) && monthNumbers.has(day.getUTCMonth() + 1) && onDate(day) && onWeekday(day);
  const times = timesOfDay(fieldNumbers(hours, hour), fieldNumbers(minutes, minute));
  return (after) => nextTime(after, due, times);
};

/** Milliseconds since midnight, ascending. */
const timesOfDay = (hours: ReadonlySet<number>, minutes: ReadonlySet<number>): number[] =>
  [...hours].flatMap((h) => [...minutes].map((m) => (h * 60 + m) * 60_000)).toSorted((one, other) => one - other);

const nextTime = (after: Date, due: (day: Date) => boolean, times: readonly number[]): Date | undefined => {
  const midnight = Math.floor(after.getTime() / A_DAY_MS) * A_DAY_MS;
  for (let days = 0; days < DAYS_TO_SEARCH; days++) {
    const start = midnight + days * A_DAY_MS;
    if (!due(new Date(start))) continue;
    const time = times.find((one) => start + one > after.getTime());
    if (time !== undefined) return new Date(start + time);
  }
  return undefined;
};
