/** A card number as people type it, without the spaces and dashes between its groups. */
export const digitsOf = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '');
