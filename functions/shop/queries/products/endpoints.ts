import * as z from 'zod';
import { CategoryId, ProductId } from '../../../../events/ids.ts';
import { paging } from '../../../platform/http/cursor.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { pageOf } from '../../../platform/http/page.ts';
import { StockChange } from '../../projections/stock-history/view.ts';
import { ShownProduct } from '../../shown-product.ts';

const Yen = z
  .string()
  .regex(/^\d{1,9}$/, 'must be a whole number of yen')
  .transform(Number)
  .optional()
  .meta({ openapi: { type: 'integer', minimum: 0, maximum: 999_999_999 } });

export const ProductFilter = z.object({
  categoryId: CategoryId.optional(),
  q: z.string().max(200).normalize('NFC').toLowerCase().optional(),
  minPrice: Yen,
  maxPrice: Yen,
  sort: z.enum(['name', 'price', 'newest']).default('name'),
  order: z.enum(['asc', 'desc']).optional(),
  ...paging(),
});
const One = z.object({ productId: ProductId });

export const listProductsEndpoint = endpoint('GET /api/products', {
  summary:
    'Products that are sold, those of a category with those below it; staff also see what is off sale. `newest` is descending unless said otherwise',
  who: 'anyone',
  asksWho: true,
  query: ProductFilter,
  answers: { 200: pageOf(ShownProduct), 304: null },
});
export const oneProductEndpoint = endpoint('GET /api/products/{productId}', {
  summary: 'One product, also while it is off sale',
  who: 'anyone',
  params: One,
  answers: { 200: ShownProduct, 304: null },
  refusals: { 'not-found': 404 },
});
export const lowStockEndpoint = endpoint('GET /api/products/low-stock', {
  summary: 'Products whose stock is at or below their alert level, by name',
  who: 'librarian',
  query: z.object(paging()),
  answers: { 200: pageOf(ShownProduct) },
});
export const stockHistoryEndpoint = endpoint('GET /api/products/{productId}/stock-history', {
  summary: 'Every change of what is free of a product, newest first',
  who: 'librarian',
  params: One,
  query: z.object(paging()),
  answers: { 200: pageOf(StockChange) },
  refusals: { 'not-found': 404 },
});
