import type * as z from 'zod';
import type { Contract } from '../../../events/contract.ts';

/** Fields by their names: a value for what is to be so, null for what is to go. */
export type Changes = Readonly<Record<string, unknown>>;

/** What an event says after some changes, or undefined when they change nothing. */
export const changed = <Shape extends z.ZodType>(
  { shape }: Contract<string, Shape>,
  before: z.infer<Shape>,
  changes: Changes,
): z.infer<Shape> | undefined => {
  const said = { ...Object(before), ...changes };
  const after = shape.parse(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)));
  return JSON.stringify(after) === JSON.stringify(shape.parse(before)) ? undefined : after;
};
