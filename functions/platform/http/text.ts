import * as z from 'zod';

const isLength = (text: string, most: number) => {
  const length = [...text].length;
  return length >= 1 && length <= most;
};
const textWithout = (controls: RegExp, most: number) =>
  z
    .string()
    .trim()
    .refine((text) => text.isWellFormed(), 'must be well-formed Unicode')
    .refine((text) => !controls.test(text), 'must not contain control characters')
    .transform((text) => text.normalize('NFC'))
    .refine((text) => isLength(text, most), `must have 1 to ${most} characters and not be blank`);

/** One line, not blank, at most so many code points; kept trimmed and as NFC. */
export const lineOfText = (most: number) => textWithout(/\p{Cc}/u, most);

/** Like a line, but may hold newlines and tabs. */
export const linesOfText = (most: number) => textWithout(/(?![\n\t])\p{Cc}/u, most);
