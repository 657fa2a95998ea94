import * as z from 'zod';

/** A day in the library's time zone, `YYYY-MM-DD`. */
export const Day = z.iso.date();

/** An instant, ISO 8601. */
export const Instant = z.iso.datetime({ offset: true });

/** `amount` in the smallest unit of the currency, never a fraction. */
export const Money = z.object({ amount: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) });
export type Money = z.infer<typeof Money>;
