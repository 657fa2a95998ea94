import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CategoryId, ProductId } from '../ids.ts';

/** The shop sells a product no longer. */
export const ProductWithdrawn = contract(
  'shop.product-withdrawn',
  1,
  z.object({ productId: ProductId, categoryId: CategoryId }),
  { category: 'product' },
);
export type ProductWithdrawn = EventOf<typeof ProductWithdrawn>;
