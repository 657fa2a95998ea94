import { endpoint } from '../../../platform/http/endpoint.ts';
import { ShownCategory } from '../../shown-category.ts';
import { CreateCategoryRequest } from './request.ts';

export const createCategoryEndpoint = endpoint('POST /api/categories', {
  summary: 'Adds a category of the shop, at the top or below another',
  who: 'librarian',
  body: CreateCategoryRequest,
  answers: { 201: ShownCategory },
  refusals: { 'not-found': 404, 'too-many-categories': 409, 'too-deep': 409 },
});
