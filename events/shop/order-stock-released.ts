import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { OrderId } from '../ids.ts';

/** Everything that was set aside or sold with the order is free again. */
export const OrderStockReleased = contract('shop.order-stock-released', 1, z.object({ orderId: OrderId }), {
  category: 'order',
});
export type OrderStockReleased = EventOf<typeof OrderStockReleased>;
