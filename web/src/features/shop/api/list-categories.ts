import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod';
import { getJson } from '../../../lib/http/get-json.ts';
import { Category } from '../category.ts';

const Tree = z.object({ items: z.array(Category) });

/** The whole tree of categories. */
export const listCategories = queryOptions({
  queryKey: ['categories'],
  queryFn: ({ signal }) => getJson('/api/categories', Tree, signal),
  staleTime: 10_000,
});
