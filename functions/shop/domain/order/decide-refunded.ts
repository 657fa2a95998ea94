import type { OrderEvent, PlacedOrder } from './order.ts';

/** Everything that moved was given back. That it had moved is told first, should nobody have come to tell it. */
export const decideRefunded = (order: PlacedOrder): readonly OrderEvent[] => {
  const { orderId, total: amount, payment } = order;
  if (payment === 'refunded' || order.end !== undefined) return [];
  const refunded: OrderEvent = { type: 'shop.order-payment-refunded', data: { orderId, amount } };
  return payment === 'captured'
    ? [refunded]
    : [{ type: 'shop.order-payment-captured', data: { orderId, amount } }, refunded];
};

/** The bank's promise was let go, or will never be taken. */
export const decideVoided = ({ orderId, payment, end }: PlacedOrder): readonly OrderEvent[] =>
  end === undefined && (payment === 'none' || payment === 'authorized')
    ? [{ type: 'shop.order-payment-voided', data: { orderId } }]
    : [];
