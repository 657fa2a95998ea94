import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CategoryId, ProductId } from '../ids.ts';
import { Money } from '../money.ts';

/** Something about a product changed; everything as it is now. Orders keep what they were told. */
export const ProductChanged = contract(
  'shop.product-changed',
  1,
  z.object({
    productId: ProductId,
    name: z.string(),
    description: z.string(),
    categoryId: CategoryId,
    price: Money,
    images: z.array(z.string()),
    active: z.boolean(),
  }),
  { category: 'product' },
);
export type ProductChanged = EventOf<typeof ProductChanged>;
