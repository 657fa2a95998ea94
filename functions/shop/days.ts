import type { BusinessDay } from '../../events/business-day.ts';

/** Days of a list or a count, both inclusive; without one it has no end on that side. */
export interface Days {
  from?: BusinessDay | undefined;
  to?: BusinessDay | undefined;
}

export const inOrder = ({ from, to }: Days): boolean => from === undefined || to === undefined || from <= to;
export const ONE_AFTER_THE_OTHER = { path: ['to'], message: 'must not be before `from`' };
