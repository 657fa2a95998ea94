import * as z from 'zod';

/** A name as others see it: one line, not blank. */
export const PersonName = z
  .string()
  .trim()
  .min(1, 'must not be blank')
  .max(100)
  .refine((name) => name.isWellFormed(), 'must be well-formed Unicode')
  .refine((name) => !/\p{Cc}/u.test(name), 'must not contain control characters')
  .transform((name) => name.normalize('NFC'));
