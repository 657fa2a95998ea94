import * as z from 'zod';
import { CategoryId, ProductId } from '../../events/ids.ts';
import { Money } from '../../events/money.ts';

/** A product as everybody sees it; `stock` is what is free to be sold. */
export const ShownProduct = z.object({
  productId: ProductId,
  name: z.string(),
  description: z.string(),
  categoryId: CategoryId,
  price: Money,
  stock: z.number().int().min(0),
  alertLevel: z.number().int().min(0),
  active: z.boolean(),
  images: z.array(z.string()),
});
export type ShownProduct = z.infer<typeof ShownProduct>;
