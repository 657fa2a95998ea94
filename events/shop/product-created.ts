import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { CategoryId, ProductId } from '../ids.ts';
import { Money } from '../money.ts';

/** The shop began to sell a product; its stock starts at 0, on a stream of its own. */
export const ProductCreated = contract(
  'shop.product-created',
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
export type ProductCreated = EventOf<typeof ProductCreated>;
