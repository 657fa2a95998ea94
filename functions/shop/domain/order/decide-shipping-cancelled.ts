import type { OrderEvent, PlacedOrder } from './order.ts';

/** No carrier takes a parcel for this order. */
export const decideShippingCancelled = ({ orderId, parcel, end }: PlacedOrder): readonly OrderEvent[] =>
  parcel === 'cancelled' || end !== undefined ? [] : [{ type: 'shop.order-shipping-cancelled', data: { orderId } }];
