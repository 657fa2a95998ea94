import type { Money } from '../../lib/contract-values.ts';
import type { Basket } from './basket.ts';
import type { Product } from './product.ts';

/** What a basket costs by today's prices; undefined until all of them are known, or when the currencies differ. */
export const sumOf = (basket: Basket, products: readonly (Product | undefined)[]): Money | undefined => {
  let sum: Money | undefined;
  for (const { productId, quantity } of basket) {
    const price = products.find((product) => product?.productId === productId)?.price;
    if (price === undefined || (sum !== undefined && sum.currency !== price.currency)) return undefined;
    sum = { amount: (sum?.amount ?? 0) + price.amount * quantity, currency: price.currency };
  }
  return sum;
};
