import type { Product } from './product.ts';

/** From here down a buyer is told how few are left. */
const FEW = 5;

export type StockWord = 'inStock' | 'few' | 'soldOut' | 'notOnSale';

/** How much of a product a buyer can count on. */
export const stockWordOf = ({ stock, active }: Pick<Product, 'stock' | 'active'>): StockWord => {
  if (!active) return 'notOnSale';
  if (stock <= 0) return 'soldOut';
  return stock <= FEW ? 'few' : 'inStock';
};
