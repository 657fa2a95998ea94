import { infiniteQueryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http/get-json.ts';
import { firstPage, nextCursorOf, pageOf, pathWith } from '../../../lib/page-of.ts';
import { Order } from '../order.ts';

const PAGE = 20;
const Page = pageOf(Order);

/** The member's own orders, newest first. */
export const listMyOrders = infiniteQueryOptions({
  queryKey: ['me', 'orders', 'list'],
  queryFn: ({ pageParam, signal }) =>
    getJson(pathWith('/api/me/orders', { limit: PAGE, cursor: pageParam }), Page, signal),
  initialPageParam: firstPage(),
  getNextPageParam: nextCursorOf,
  refetchInterval: 3_000,
});
