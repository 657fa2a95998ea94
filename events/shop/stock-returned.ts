import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { OrderId, ProductId } from '../ids.ts';

/** Pieces sold with an order that was cancelled before it was shipped are free again. */
export const StockReturned = contract(
  'shop.stock-returned',
  1,
  z.object({
    productId: ProductId,
    orderId: OrderId,
    quantity: z.number().int().positive(),
    stock: z.number().int().min(0),
  }),
  { category: 'stock' },
);
export type StockReturned = EventOf<typeof StockReturned>;
