import * as z from 'zod';
import { ProductId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { SetAlertLevelRequest } from './request.ts';

export const setAlertLevelEndpoint = endpoint('PUT /api/products/{productId}/alert-level', {
  summary: 'Sets the stock at or below which a product counts as low',
  who: 'librarian',
  params: z.object({ productId: ProductId }),
  body: SetAlertLevelRequest,
  answers: { 200: z.object({ stock: z.number().int().min(0), alertLevel: z.number().int().min(0) }) },
  refusals: { 'not-found': 404 },
});
