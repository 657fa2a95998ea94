import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { OrderId, ProductId } from '../ids.ts';

/** Pieces were set aside for an order; `stock` is what is free to be sold afterwards. */
export const StockReserved = contract(
  'shop.stock-reserved',
  1,
  z.object({
    productId: ProductId,
    orderId: OrderId,
    quantity: z.number().int().positive(),
    stock: z.number().int().min(0),
  }),
  { category: 'stock' },
);
export type StockReserved = EventOf<typeof StockReserved>;
