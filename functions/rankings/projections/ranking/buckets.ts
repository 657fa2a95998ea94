import { addDays, type BusinessDay, firstOfMonth, mondayOf } from '../../../../events/business-day.ts';
import { ALL_TIME, monthOf, weekOf } from '../../../../events/views/ranking.ts';

/** The buckets that a loan counts in, by its day of borrowing, however late it is told. */
export const bucketsOf = (day: BusinessDay): readonly string[] => [
  weekOf(mondayOf(day)),
  monthOf(firstOfMonth(day)),
  ALL_TIME,
];

/**
 * The buckets that somebody may still read on a day or after it, as far as they have begun: whoever changes a volume changes it
 * in these, however long the library's history is.
 */
export const readableBucketsOn = (day: BusinessDay): readonly string[] => [
  ...bucketsOf(day),
  weekOf(addDays(mondayOf(day), -7)),
  monthOf(firstOfMonth(addDays(firstOfMonth(day), -1))),
];
