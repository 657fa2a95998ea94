import type { BusinessDay } from '../../../events/business-day.ts';
import type { DayBegan } from '../../../events/platform/day-began.ts';
import { accept, type Decider } from '../../platform/decider.ts';

/** One stream per day: a day begins once, however often the schedule fires. */
export const businessDay: Decider<{ day: BusinessDay }, { begun: boolean }, DayBegan, never> = {
  initialState: { begun: false },
  evolve: () => ({ begun: true }),
  decide: ({ day }, { begun }) => accept(begun ? [] : [{ type: 'platform.day-began', data: { day } }]),
};
