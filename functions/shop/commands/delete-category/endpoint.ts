import * as z from 'zod';
import { CategoryId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';

export const deleteCategoryEndpoint = endpoint('DELETE /api/categories/{categoryId}', {
  summary: 'Deletes a category that holds neither categories nor products',
  who: 'librarian',
  params: z.object({ categoryId: CategoryId }),
  answers: { 204: null },
  refusals: { 'not-found': 404, 'category-not-empty': 409 },
});
