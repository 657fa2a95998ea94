import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { OrderId } from '../ids.ts';

/** Everything on the order is set aside. */
export const OrderStockReserved = contract('shop.order-stock-reserved', 1, z.object({ orderId: OrderId }), {
  category: 'order',
});
export type OrderStockReserved = EventOf<typeof OrderStockReserved>;
