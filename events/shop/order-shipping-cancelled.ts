import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { OrderId } from '../ids.ts';

/** The carrier takes no parcel for this order. */
export const OrderShippingCancelled = contract('shop.order-shipping-cancelled', 1, z.object({ orderId: OrderId }), {
  category: 'order',
});
export type OrderShippingCancelled = EventOf<typeof OrderShippingCancelled>;
