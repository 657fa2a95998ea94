import * as z from 'zod';

const MOST_CODE_POINTS = 500;
const CONTROLS_BUT_NEWLINE_AND_TAB = /(?![\n\t])\p{Cc}/u;

/** What a member says: kept as it was sent (as NFC), spaces at its ends and tags and all. It is escaped where it is shown. */
export const CommentText = z
  .string()
  .refine((text) => text.isWellFormed(), 'must be well-formed Unicode')
  .refine((text) => !CONTROLS_BUT_NEWLINE_AND_TAB.test(text), 'must not contain control characters')
  .refine((text) => text.trim() !== '', 'must not be blank')
  .transform((text) => text.normalize('NFC'))
  .refine((text) => [...text].length <= MOST_CODE_POINTS, `must have at most ${MOST_CODE_POINTS} characters`);
