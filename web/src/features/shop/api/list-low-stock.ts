import { infiniteQueryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http/get-json.ts';
import { firstPage, nextCursorOf, pageOf, pathWith } from '../../../lib/page-of.ts';
import { Product } from '../product.ts';

const PAGE = 50;
const Page = pageOf(Product);

/** Products at or below their alert level. */
export const listLowStock = infiniteQueryOptions({
  queryKey: ['products', 'low-stock'],
  queryFn: ({ pageParam, signal }) =>
    getJson(pathWith('/api/products/low-stock', { limit: PAGE, cursor: pageParam }), Page, signal),
  initialPageParam: firstPage(),
  getNextPageParam: nextCursorOf,
  refetchInterval: 10_000,
});
