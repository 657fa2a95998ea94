import * as z from 'zod';

/** The most of one product, and the most different products, that one order takes. */
export const MOST_PIECES = 100;
export const MOST_LINES = 50;

const Line = z.object({ productId: z.string().min(1), quantity: z.int().min(1).max(MOST_PIECES) });
export type BasketLine = z.infer<typeof Line>;

/** What somebody thinks of buying: products and how many of each, never prices, which are the shop's to say. */
export type Basket = readonly BasketLine[];

const Kept = z.array(Line).max(MOST_LINES);

/** The basket that was written down; an empty one when nobody can read it. */
export const basketFrom = (written: string | null): Basket => {
  try {
    const kept = Kept.safeParse(JSON.parse(written ?? '[]'));
    return kept.success ? kept.data : [];
  } catch {
    return [];
  }
};

const quantityIn = (basket: Basket, productId: string): number =>
  basket.find((line) => line.productId === productId)?.quantity ?? 0;

/** A whole number of pieces that an order takes. */
export const piecesFrom = (typed: number): number =>
  Number.isFinite(typed) ? Math.min(MOST_PIECES, Math.max(1, Math.trunc(typed))) : 1;

/** The basket with another quantity of a product; the line keeps its place. */
export const withQuantity = (basket: Basket, productId: string, quantity: number): Basket =>
  basket.map((line) => (line.productId === productId ? { productId, quantity: piecesFrom(quantity) } : line));

export const without = (basket: Basket, productId: string): Basket =>
  basket.filter((line) => line.productId !== productId);

export type Put = { outcome: 'put'; basket: Basket } | { outcome: 'basket-full' | 'too-many-pieces' };

/** Puts more of a product into the basket, unless no order could take that. */
export const putInto = (basket: Basket, productId: string, quantity: number): Put => {
  const before = quantityIn(basket, productId);
  if (before + quantity > MOST_PIECES) return { outcome: 'too-many-pieces' };
  if (before > 0) return { outcome: 'put', basket: withQuantity(basket, productId, before + quantity) };
  if (basket.length >= MOST_LINES) return { outcome: 'basket-full' };
  return { outcome: 'put', basket: [...basket, { productId, quantity }] };
};

export const piecesIn = (basket: Basket): number => basket.reduce((sum, { quantity }) => sum + quantity, 0);
