import * as z from 'zod';
import { BusinessDay } from '../business-day.ts';
import { contract, type EventOf } from '../contract.ts';

/** A business day began: time is an event, so no rule needs a timer. */
export const DayBegan = contract('platform.day-began', 1, z.object({ day: BusinessDay }), {
  category: 'calendar',
  integration: true,
});
export type DayBegan = EventOf<typeof DayBegan>;
