import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http/get-json.ts';
import { Product } from '../product.ts';

export const productPath = (productId: string): string => `/api/products/${encodeURIComponent(productId)}`;

/** One product. Asked again while in sight: others buy, too. */
export const getProduct = (productId: string) =>
  queryOptions({
    queryKey: ['products', 'one', productId],
    queryFn: ({ signal }) => getJson(productPath(productId), Product, signal),
    refetchInterval: 5_000,
  });
