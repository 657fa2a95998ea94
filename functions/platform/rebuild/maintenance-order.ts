import * as z from 'zod';

/** What a maintenance function is asked to do: go on with a rebuild, or compare the live view within some seconds. */
export const MaintenanceOrder = z.discriminatedUnion('order', [
  z.strictObject({ order: z.literal('rebuild') }),
  z.strictObject({ order: z.literal('compare'), seconds: z.number().positive() }),
]);
export type MaintenanceOrder = z.infer<typeof MaintenanceOrder>;

const Row = z.record(z.string(), z.unknown()).nullable();

/** What it answers to `compare`. */
export const Compared = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('compared'),
    compared: z.number().int(),
    differences: z.array(z.object({ key: z.string(), live: Row, folded: Row })),
  }),
  z.object({ outcome: z.literal('not-finished') }),
]);
export type Compared = z.infer<typeof Compared>;

/** The function that maintains a view, by the prefix of the stage's names. */
export const maintainerOf = (view: string, prefix: string): string => `${prefix}${view}-maintenance`;
