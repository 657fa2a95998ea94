import { endpoint } from '../../../platform/http/endpoint.ts';
import { ShownProduct } from '../../shown-product.ts';
import { CreateProductRequest } from './request.ts';

export const createProductEndpoint = endpoint('POST /api/products', {
  summary: 'Adds a product to the shop; its stock starts at 0',
  who: 'librarian',
  body: CreateProductRequest,
  answers: { 201: ShownProduct },
  refusals: { 'not-found': 404 },
});
