import type { Language } from '../../events/accounts/language.ts';

const RANGE = /^\s*(\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*$/i;

/** The first of our languages in an `Accept-Language`, by what its sender prefers; undefined when it names none of them. */
export const preferredLanguage = (acceptLanguage: string | undefined): Language | undefined => {
  const wanted = (acceptLanguage ?? '').split(',').flatMap((range) => {
    const [, name = '', quality = '1'] = RANGE.exec(range) ?? [];
    const language = name.toLowerCase().split('-')[0];
    return language === 'en' || language === 'ja' ? [{ language, quality: Number(quality) } as const] : [];
  });
  // Sorting is stable: of two that are wanted alike the first one counts.
  return wanted.filter(({ quality }) => quality > 0).toSorted((a, b) => b.quality - a.quality)[0]?.language;
};
