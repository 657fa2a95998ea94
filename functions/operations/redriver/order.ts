import * as z from 'zod';

/** Most dead letters that one order sends again. */
export const MOST_LETTERS = 1_000;

/** What is to be sent again: one letter, or the oldest of a consumer. */
export const RedriveOrder = z.union([
  z.strictObject({ consumer: z.string(), recordId: z.string() }),
  z.strictObject({ consumer: z.string(), limit: z.int().min(1).max(MOST_LETTERS) }),
]);
export type RedriveOrder = z.infer<typeof RedriveOrder>;
