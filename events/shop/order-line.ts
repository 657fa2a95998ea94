import * as z from 'zod';
import { ProductId } from '../ids.ts';
import { Money } from '../money.ts';

/** What a line of an order says: the product's name and price as they were when it was placed. */
export const OrderLine = z.object({
  productId: ProductId,
  name: z.string(),
  unitPrice: Money,
  quantity: z.number().int().min(1).max(100),
});
export type OrderLine = z.infer<typeof OrderLine>;
