/** The languages in which the library speaks to its members. */
export type Language = 'en' | 'ja';

/** Until a member says otherwise. */
export const DEFAULT_LANGUAGE: Language = 'en';
