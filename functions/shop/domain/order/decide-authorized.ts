import { goingOn, refusedBecause, type StepDecision } from './go-on.ts';
import type { PlacedOrder } from './order.ts';

/** The gateway has the bank's promise. */
export const decideAuthorized = (order: PlacedOrder, authorizationId: string): StepDecision => {
  const { orderId, total: amount } = order;
  return order.payment === 'none'
    ? goingOn(order, 'authorize-payment', {
        type: 'shop.order-payment-authorized',
        data: { orderId, amount, authorizationId },
      })
    : goingOn(order, 'authorize-payment');
};

/** The gateway says no. */
export const decideDeclined = (order: PlacedOrder, reason: string): StepDecision => {
  const next = goingOn(order, 'authorize-payment');
  return next.outcome === 'refused' ? next : refusedBecause(order, 'authorize-payment', reason);
};
