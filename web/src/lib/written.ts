import type { Money } from './contract-values.ts';

/** The library's own time zone: a day in it is what a due date means. */
const LIBRARY_TIME_ZONE = 'Asia/Tokyo';

/** `amount` is in the currency's smallest unit (yen have none smaller). */
export const writtenMoney = ({ amount, currency }: Money, language: string): string => {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
  return format.format(amount / 10 ** digits);
};

/** A day without a time (`YYYY-MM-DD`), the same on every machine, whatever its time zone. */
export const writtenDay = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** An instant, as a clock in the library shows it. */
export const writtenInstant = (instant: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: LIBRARY_TIME_ZONE }).format(
    new Date(instant),
  );

/** An instant to the second, where several things happen within a minute. */
export const writtenMoment = (instant: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', timeZone: LIBRARY_TIME_ZONE }).format(
    new Date(instant),
  );

/** The time of day of an instant with seconds, as a clock in the library shows it. */
export const writtenTime = (instant: string | number, language: string): string =>
  new Intl.DateTimeFormat(language, { timeStyle: 'medium', timeZone: LIBRARY_TIME_ZONE }).format(new Date(instant));

const SECOND_MS = 1_000;

/** How long something took: milliseconds while they matter, then seconds. */
export const writtenDuration = (ms: number, language: string): string => {
  const isShort = ms < SECOND_MS;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: isShort ? 'millisecond' : 'second',
    maximumFractionDigits: isShort ? 0 : 1,
  }).format(isShort ? ms : ms / SECOND_MS);
};

/** A share of a whole, from 0 to 1. */
export const writtenShare = (share: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share);
