import { infiniteQueryOptions } from '@tanstack/react-query';
import * as z from 'zod';
import { Instant } from '../../../lib/contract-values.ts';
import { getJson } from '../../../lib/http/get-json.ts';
import { firstPage, nextCursorOf, pageOf, pathWith } from '../../../lib/page-of.ts';
import { productPath } from './get-product.ts';

/** One time that the free stock of a product moved; by an order, or by a librarian who gave a reason. */
export const StockMove = z.object({
  at: Instant,
  change: z.int(),
  stock: z.int(),
  reason: z.string(),
  orderId: z.string().nullish(),
});
export type StockMove = z.infer<typeof StockMove>;

const PAGE = 20;
const Page = pageOf(StockMove);

/** What came in and went out of a product, newest first. */
export const listStockHistory = (productId: string) =>
  infiniteQueryOptions({
    queryKey: ['products', 'history', productId],
    queryFn: ({ pageParam, signal }) =>
      getJson(pathWith(`${productPath(productId)}/stock-history`, { limit: PAGE, cursor: pageParam }), Page, signal),
    initialPageParam: firstPage(),
    getNextPageParam: nextCursorOf,
    refetchInterval: 5_000,
  });
