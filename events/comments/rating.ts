import * as z from 'zod';

/** From 1 to 5, in whole steps. */
export const Rating = z.number().int().min(1).max(5);
export type Rating = z.infer<typeof Rating>;
