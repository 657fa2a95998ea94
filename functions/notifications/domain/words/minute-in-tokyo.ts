const MINUTE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' });

/** An instant as the clock on the library's wall shows it: `2026-05-18 12:00`. */
export const minuteInTokyo = (instant: string): string => MINUTE.format(new Date(instant));
