import * as z from 'zod';
import { ProductId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { ShownProduct } from '../../shown-product.ts';
import { ChangeProductRequest } from './request.ts';

export const changeProductEndpoint = endpoint('PATCH /api/products/{productId}', {
  summary: 'Changes a product: only what is sent; `active: false` takes it off sale',
  who: 'librarian',
  params: z.object({ productId: ProductId }),
  body: ChangeProductRequest,
  answers: { 200: ShownProduct },
  refusals: { 'not-found': 404 },
});
