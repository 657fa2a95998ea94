import * as z from 'zod';

const sound = (most: number) => (text: string) => {
  const length = [...text].length;
  return length >= 1 && length <= most;
};
const text = (most: number, controls: RegExp) =>
  z
    .string()
    .trim()
    .refine((value) => value.isWellFormed(), 'must be well-formed Unicode')
    .refine((value) => !controls.test(value), 'must not contain control characters')
    .transform((value) => value.normalize('NFC'))
    .refine(sound(most), `must have 1 to ${most} characters and not be blank`);

/** One line, not blank, at most so many code points; kept trimmed and as NFC. */
export const line = (most: number) => text(most, /\p{Cc}/u);

/** Like a line, but may hold newlines and tabs. */
export const paragraph = (most: number) => text(most, /(?![\n\t])\p{Cc}/u);

/** A contains-filter of a list: a literal substring, compared without case. */
export const containing = z
  .string()
  .max(200)
  .transform((value) => value.normalize('NFC').toLowerCase())
  .optional();

/** Whether a text contains what a filter asks for; everything does when there is no filter. */
export const contains = (value: string | undefined, wanted: string | undefined): boolean =>
  wanted === undefined || (value ?? '').toLowerCase().includes(wanted);
