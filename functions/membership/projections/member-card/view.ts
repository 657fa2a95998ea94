/** The index of cards whose end is still to be told to their members, by their last day. */
export const AWAITED_BY_LAST_DAY = 'awaited-by-last-day';
export const AWAITED = 'awaited';
