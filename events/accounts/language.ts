import * as z from 'zod';

/** The languages in which the library speaks to its members. */
export const Language = z.enum(['en', 'ja']);
export type Language = z.infer<typeof Language>;

/** Until a member says otherwise. */
export const FIRST_LANGUAGE: Language = 'en';
