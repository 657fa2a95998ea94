import * as z from 'zod';

/** A day in the business time zone, `YYYY-MM-DD`. */
export const BusinessDay = z.iso.date().brand<'BusinessDay'>();
export type BusinessDay = z.infer<typeof BusinessDay>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Asia/Tokyo has had no daylight saving time since 1951, so the business time zone is a constant offset. */
const TOKYO_OFFSET = 9 * HOUR;

const dayFrom = (utcMidnight: number): BusinessDay =>
  BusinessDay.parse(new Date(utcMidnight).toISOString().slice(0, 10));
const midnightOf = (day: BusinessDay): number => Date.parse(`${day}T00:00:00Z`);

/** The business day on which an instant falls. */
export const dayOf = (instant: Date): BusinessDay => dayFrom(instant.getTime() + TOKYO_OFFSET);

/** The instant at which a day begins, or the day `count` days later. */
export const beginningOf = (day: BusinessDay, count = 0): Date =>
  new Date(midnightOf(day) + count * DAY - TOKYO_OFFSET);

/** The day `count` days later; a negative count goes back. */
export const addDays = (day: BusinessDay, count: number): BusinessDay => dayFrom(midnightOf(day) + count * DAY);

/** Calendar days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: BusinessDay, to: BusinessDay): number => (midnightOf(to) - midnightOf(from)) / DAY;

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (day: BusinessDay): number => new Date(midnightOf(day)).getUTCDay();

/** The Monday of the week in which a day lies; weeks run Monday to Sunday. */
export const mondayOf = (day: BusinessDay): BusinessDay => addDays(day, -((weekdayOf(day) + 6) % 7));

/** The first day of the month in which a day lies. */
export const firstOfMonth = (day: BusinessDay): BusinessDay => BusinessDay.parse(`${day.slice(0, 8)}01`);
