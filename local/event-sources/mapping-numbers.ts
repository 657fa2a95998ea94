import * as z from 'zod';

/** CloudFormation may give numbers and booleans as text. */
export const templateNumber = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
]);
export const templateBoolean = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);
