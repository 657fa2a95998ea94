import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { OrderId, ProductId } from '../ids.ts';

/** Pieces set aside for an order are free again. */
export const StockReleased = contract(
  'shop.stock-released',
  1,
  z.object({
    productId: ProductId,
    orderId: OrderId,
    quantity: z.number().int().positive(),
    stock: z.number().int().min(0),
  }),
  { category: 'stock' },
);
export type StockReleased = EventOf<typeof StockReleased>;
