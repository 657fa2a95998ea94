import * as z from 'zod';
import { ProductId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';

export const withdrawProductEndpoint = endpoint('DELETE /api/products/{productId}', {
  summary: 'Withdraws a product from the shop; orders that have it keep it',
  who: 'librarian',
  params: z.object({ productId: ProductId }),
  answers: { 204: null },
  refusals: { 'not-found': 404 },
});
