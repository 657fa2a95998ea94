import * as z from 'zod';
import { ProductId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { AdjustStockRequest } from './request.ts';

export const adjustStockEndpoint = endpoint('POST /api/products/{productId}/stock', {
  summary: 'Counts pieces in or out; `stock` is what is free to be sold afterwards',
  who: 'librarian',
  params: z.object({ productId: ProductId }),
  body: AdjustStockRequest,
  answers: { 200: z.object({ stock: z.number().int().min(0) }) },
  refusals: { 'not-found': 404, 'insufficient-stock': 409 },
});
