import * as z from 'zod';
import { CategoryId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { ShownCategory } from '../../shown-category.ts';

export const listCategoriesEndpoint = endpoint('GET /api/categories', {
  summary: 'The categories of the shop as a tree, by name',
  who: 'anyone',
  answers: { 200: z.object({ items: z.array(ShownCategory) }), 304: null },
});
export const oneCategoryEndpoint = endpoint('GET /api/categories/{categoryId}', {
  summary: 'One category with all that is below it',
  who: 'anyone',
  params: z.object({ categoryId: CategoryId }),
  answers: { 200: ShownCategory, 304: null },
  refusals: { 'not-found': 404 },
});
