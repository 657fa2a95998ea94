import * as z from 'zod';

/** Integer minor units and a currency, never a float. */
export const Money = z.object({ amount: z.number().int(), currency: z.literal('JPY') });
export type Money = z.infer<typeof Money>;

export const yen = (amount: number): Money => ({ amount, currency: 'JPY' });
