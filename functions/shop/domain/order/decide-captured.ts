import { goingOn, type StepDecision } from './go-on.ts';
import type { PlacedOrder } from './order.ts';

/** The money has moved. */
export const decideCaptured = (order: PlacedOrder): StepDecision => {
  const { orderId, total: amount } = order;
  return order.payment === 'authorized'
    ? goingOn(order, 'capture-payment', { type: 'shop.order-payment-captured', data: { orderId, amount } })
    : goingOn(order, 'capture-payment');
};
