import { infiniteQueryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http/get-json.ts';
import { firstPage, nextCursorOf, pageOf, pathWith } from '../../../lib/page-of.ts';
import { Order } from '../order.ts';
import type { OrderFilter } from '../order-filter.ts';

const PAGE = 25;
const Page = pageOf(Order);

/** Orders of everybody, newest first. A page may be short, or empty, while there are more to look through. */
export const listOrders = (filter: OrderFilter) =>
  infiniteQueryOptions({
    queryKey: ['me', 'all-orders', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      getJson(pathWith('/api/orders', { ...filter, q: filter.q.trim(), limit: PAGE, cursor: pageParam }), Page, signal),
    initialPageParam: firstPage(),
    getNextPageParam: nextCursorOf,
    refetchInterval: 5_000,
    placeholderData: (previous) => previous,
  });
