import type { Language } from './language.ts';

/** A series has a Japanese title and often an English one: the reader's language comes first. */
export const bothTitles = (
  { title, titleEn }: { title: string; titleEn?: string | null | undefined },
  language: Language,
): { first: string; second?: string } => {
  if (!titleEn || titleEn === title) return { first: title };
  return language === 'en' ? { first: titleEn, second: title } : { first: title, second: titleEn };
};
