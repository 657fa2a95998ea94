import * as z from 'zod';
import { CategoryId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { ShownCategory } from '../../shown-category.ts';
import { ChangeCategoryRequest } from './request.ts';

export const changeCategoryEndpoint = endpoint('PATCH /api/categories/{categoryId}', {
  summary: 'Renames a category or moves it with all that is below it; `parentId: null` moves it to the top',
  who: 'librarian',
  params: z.object({ categoryId: CategoryId }),
  body: ChangeCategoryRequest,
  answers: { 200: ShownCategory },
  refusals: { 'not-found': 404, 'below-itself': 409, 'too-deep': 409 },
});
