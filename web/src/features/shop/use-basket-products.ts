import { useQueries } from '@tanstack/react-query';
import { getProduct } from './api/get-product.ts';
import type { Basket } from './basket.ts';

/** The products of a basket as the shop has them now, in the order of its lines. */
export const useBasketProducts = (basket: Basket) =>
  useQueries({ queries: basket.map(({ productId }) => ({ ...getProduct(productId), refetchInterval: 30_000 })) });
