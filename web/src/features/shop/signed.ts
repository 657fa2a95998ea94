/** A number with its sign, also when it is more than nothing. */
export const signed = (number: number, language: string): string =>
  new Intl.NumberFormat(language, { signDisplay: 'exceptZero' }).format(number);
