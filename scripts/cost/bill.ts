import { type PriceName, prices } from './prices.ts';

/** One line of a bill: what is shown, so that a column adds up by hand. */
export interface Line {
  what: string;
  /** To two decimals. */
  quantity: number;
  price: PriceName;
  /** What it comes to, rounded. */
  cents: number;
}

/** Fractions that binary numbers only come near to must not turn a rounding. */
const exact = (value: number): number => Number(value.toPrecision(12));

/** Quantity times price, to the nearest cent. */
export const line = (what: string, quantity: number, price: PriceName): Line => {
  const { dollars, per } = prices[price];
  const shown = Math.round(exact(quantity * 100)) / 100;
  return { what, quantity: shown, price, cents: Math.round(exact(((shown * dollars) / per) * 100)) };
};

/** A bill whose total is the sum of its lines as they are shown. */
export interface Bill {
  title: string;
  lines: readonly Line[];
  totalCents: number;
}

/** A bill of the lines that come to a cent at least. */
export const bill = (title: string, lines: readonly Line[]): Bill => {
  const kept = lines.filter(({ cents }) => cents > 0);
  return { title, lines: kept, totalCents: kept.reduce((sum, { cents }) => sum + cents, 0) };
};
