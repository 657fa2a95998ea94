import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { OrderStatus, SagaStatus } from './view.ts';

type Told = Pick<HeardBy<'orders'>, 'type'>;

const STANDING: readonly OrderStatus[] = ['pending', 'stock-reserved', 'payment-authorized', 'shipping-arranged'];

/**
 * The status of an order after an event. What arrives from outside while everything is given back (a late answer of the
 * carrier) is noted elsewhere and does not turn the order round.
 */
export const statusAfter = (status: OrderStatus, { type }: Told): OrderStatus => {
  switch (type) {
    case 'shop.order-placed':
      return 'pending';
    case 'shop.order-stock-reserved':
      return onwards(status, 'stock-reserved');
    case 'shop.order-payment-authorized':
      return onwards(status, 'payment-authorized');
    case 'shop.order-shipping-arranged':
    case 'shop.order-payment-captured':
      return onwards(status, 'shipping-arranged');
    case 'shop.order-confirmed':
      return 'confirmed';
    case 'shop.order-step-refused':
    case 'shop.order-step-gave-up':
    case 'shop.order-cancellation-requested':
      return isStuckOrOver(status) ? status : 'cancelling';
    case 'shop.order-resumed':
      return isOver(status) ? status : 'cancelling';
    case 'shop.order-needs-attention':
      return isOver(status) ? status : 'needs-attention';
    case 'shop.order-cancelled':
      return 'cancelled';
    case 'shop.order-failed':
      return 'failed';
    case 'shop.order-payment-refunded':
    case 'shop.order-payment-voided':
    case 'shop.order-shipping-cancelled':
    case 'shop.order-stock-released':
    case 'shop.order-shipped':
      return status;
  }
};

const onwards = (status: OrderStatus, next: OrderStatus): OrderStatus =>
  STANDING.indexOf(status) >= 0 && STANDING.indexOf(next) > STANDING.indexOf(status) ? next : status;

const isOver = (status: OrderStatus): boolean => status === 'cancelled' || status === 'failed';
const isStuckOrOver = (status: OrderStatus): boolean => isOver(status) || status === 'needs-attention';

const sagas: Readonly<Record<OrderStatus, SagaStatus>> = {
  pending: 'running',
  'stock-reserved': 'running',
  'payment-authorized': 'running',
  'shipping-arranged': 'running',
  confirmed: 'succeeded',
  cancelling: 'compensating',
  cancelled: 'compensated',
  failed: 'compensated',
  'needs-attention': 'needs-attention',
};

/** What the saga of an order does while the order has a status. */
export const sagaOf = (status: OrderStatus): SagaStatus => sagas[status];
