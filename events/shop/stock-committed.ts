import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { OrderId, ProductId } from '../ids.ts';

/** Pieces set aside for an order are sold; what is free does not change. */
export const StockCommitted = contract(
  'shop.stock-committed',
  1,
  z.object({
    productId: ProductId,
    orderId: OrderId,
    quantity: z.number().int().positive(),
    stock: z.number().int().min(0),
  }),
  { category: 'stock' },
);
export type StockCommitted = EventOf<typeof StockCommitted>;
