import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { ProductId } from '../ids.ts';

/** Stock of a product is counted from now on, beginning with nothing. */
export const StockOpened = contract(
  'shop.stock-opened',
  1,
  z.object({ productId: ProductId, alertLevel: z.number().int().min(0) }),
  { category: 'stock' },
);
export type StockOpened = EventOf<typeof StockOpened>;
