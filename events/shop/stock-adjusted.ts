import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { ProductId } from '../ids.ts';

/** Pieces came in or went out for a reason a librarian gave; `stock` is what is free to be sold afterwards. */
export const StockAdjusted = contract(
  'shop.stock-adjusted',
  1,
  z.object({ productId: ProductId, change: z.number().int(), reason: z.string(), stock: z.number().int().min(0) }),
  { category: 'stock' },
);
export type StockAdjusted = EventOf<typeof StockAdjusted>;
