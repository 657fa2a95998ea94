/** Where the shop's carriers go, by ISO 3166; the reader's own language names them. */
export const countries = ['JP', 'US', 'GB', 'FR', 'DE', 'KR', 'TW', 'AU', 'CA'] as const;
export type Country = (typeof countries)[number];

export const countryName = (country: Country, language: string): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
