import { infiniteQueryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http/get-json.ts';
import { firstPage, nextCursorOf, pageOf, pathWith } from '../../../lib/page-of.ts';
import { Product } from '../product.ts';
import { type ProductFilter, questionOf } from '../product-filter.ts';

const PAGE = 24;
const Page = pageOf(Product);

/** Products that fit a filter, page by page. The last answer stays in sight while the next is on its way. */
export const listProducts = (filter: ProductFilter) =>
  infiniteQueryOptions({
    queryKey: ['products', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      getJson(pathWith('/api/products', { ...questionOf(filter), limit: PAGE, cursor: pageParam }), Page, signal),
    initialPageParam: firstPage(),
    getNextPageParam: nextCursorOf,
    placeholderData: (previous) => previous,
  });
