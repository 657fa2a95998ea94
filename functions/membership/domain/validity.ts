import { BusinessDay } from '../../../events/business-day.ts';

/** Years that a card is valid from its issue or its renewal. */
export const VALID_YEARS = 2;

/** The same day two years later; 29 February becomes the 28th. */
export const validUntilFrom = (day: BusinessDay): BusinessDay => {
  const year = Number(day.slice(0, 4)) + VALID_YEARS;
  const sameDay = BusinessDay.safeParse(`${year}${day.slice(4)}`);
  return sameDay.success ? sameDay.data : BusinessDay.parse(`${year}-02-28`);
};
