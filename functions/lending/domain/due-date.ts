import { addDays, type BusinessDay, daysBetween, weekdayOf } from '../../../events/business-day.ts';
import { type Money, yen } from '../../../events/money.ts';

/** Days a loan lasts, counted from the day of borrowing. */
export const LOAN_DAYS = 14;
/** Days a renewal adds to the due date. */
export const RENEWAL_DAYS = 7;
/** Days before the due date on which a member is reminded. */
export const REMINDER_DAYS = 2;
/** Yen for each late day on which the library is open. */
export const FEE_PER_LATE_DAY = 500;
/** The library is closed on Sundays and Mondays; those days are not charged. */
const CLOSED_WEEKDAYS = [0, 1];

export const dueOnFor = (borrowedOn: BusinessDay): BusinessDay => addDays(borrowedOn, LOAN_DAYS);

/** Calendar days after the due date, closed days included; 0 when in time. */
export const daysLateOn = (returnedOn: BusinessDay, dueOn: BusinessDay): number =>
  Math.max(0, daysBetween(dueOn, returnedOn));

/** Counted from the day after the due date to the day of return, inclusive, open days only. */
export const lateFeeOn = (returnedOn: BusinessDay, dueOn: BusinessDay): Money => {
  const lateDays = Array.from({ length: daysLateOn(returnedOn, dueOn) }, (_, index) => addDays(dueOn, index + 1));
  const charged = lateDays.filter((day) => !CLOSED_WEEKDAYS.includes(weekdayOf(day)));
  return yen(charged.length * FEE_PER_LATE_DAY);
};
