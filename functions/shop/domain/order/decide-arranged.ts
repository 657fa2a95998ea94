import type { Shipment } from '../../../../events/shop/shipment.ts';
import { gaveUpBecause, goingOn, refusedBecause, type StepDecision } from './go-on.ts';
import type { PlacedOrder } from './order.ts';

/** The carrier takes the parcel. Once shipping was called off, a late word of it changes nothing. */
export const decideArranged = (order: PlacedOrder, shipment: Shipment): StepDecision => {
  const { orderId } = order;
  return order.parcel === 'none' && order.end === undefined
    ? goingOn(order, 'arrange-shipping', { type: 'shop.order-shipping-arranged', data: { orderId, shipment } })
    : goingOn(order, 'arrange-shipping');
};

/** The carrier takes no parcel to this address. */
export const decideNotTaken = (order: PlacedOrder, reason: string): StepDecision => {
  const next = goingOn(order, 'arrange-shipping');
  if (next.outcome === 'refused' || order.parcel === 'arranged') return next;
  return refusedBecause(order, 'arrange-shipping', reason);
};

/** The carrier has not answered in time, and does not know of the parcel when it is asked. */
export const decideUnanswered = (order: PlacedOrder): StepDecision => {
  const next = goingOn(order, 'arrange-shipping');
  if (next.outcome === 'refused' || order.parcel === 'arranged') return next;
  return gaveUpBecause(order, 'arrange-shipping', 'shipping-timeout');
};

/** Its member has left, and the address with them. */
export const isAddressErased = ({ shippingAddress: { name } }: PlacedOrder): boolean => name === '';
