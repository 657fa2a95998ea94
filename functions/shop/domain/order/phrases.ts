import { CategoryId, MemberId, OrderId, ProductId } from '../../../../events/ids.ts';
import { yen } from '../../../../events/money.ts';
import { fold } from '../../../platform/decider.ts';
import type { Product } from '../product/product.ts';
import { type OrderEvent, order, type PlacedOrder } from './order.ts';

/** Words of the order tests. */
export const orderId = OrderId.parse('order-1');
export const aki = MemberId.parse('aki');
export const moon = ProductId.parse('moon');
export const star = ProductId.parse('star');
export const shipment = { carrier: 'Japan Post', trackingNumber: 'TRK00000001', estimatedOn: '2026-12-04' };
export const address = { name: 'Aki', postalCode: '150-0001', country: 'JP', line1: '1-2-3 Jingumae' };
export const lines = [
  { productId: moon, name: 'Moon', unitPrice: yen(1_500), quantity: 2 },
  { productId: star, name: 'Star', unitPrice: yen(700), quantity: 3 },
];
export const total = yen(5_100);
const payment = { method: 'sim:pays:1', last4: '4242' };

export const placed: OrderEvent = {
  type: 'shop.order-placed',
  data: { orderId, memberId: aki, lines, total, payment, shippingAddress: address },
};
export const reserved: OrderEvent = { type: 'shop.order-stock-reserved', data: { orderId } };
export const authorized: OrderEvent = {
  type: 'shop.order-payment-authorized',
  data: { orderId, amount: total, authorizationId: 'auth-1' },
};
export const arranged: OrderEvent = { type: 'shop.order-shipping-arranged', data: { orderId, shipment } };
export const captured: OrderEvent = { type: 'shop.order-payment-captured', data: { orderId, amount: total } };
export const confirmed: OrderEvent = {
  type: 'shop.order-confirmed',
  data: { orderId, memberId: aki, lines, total, shipment },
};
export const shipped: OrderEvent = {
  type: 'shop.order-shipped',
  data: { orderId, memberId: aki, lines, total, shipment },
};
export const refused = (reason = 'card-declined'): OrderEvent => ({
  type: 'shop.order-step-refused',
  data: { orderId, step: 'authorize-payment', reason },
});
export const gaveUp = (reason = 'payment-timeout'): OrderEvent => ({
  type: 'shop.order-step-gave-up',
  data: { orderId, step: 'authorize-payment', reason },
});
export const calledOff = (isConfirmed = false): OrderEvent => ({
  type: 'shop.order-cancellation-requested',
  data: { orderId, memberId: aki, reason: 'changed my mind', confirmed: isConfirmed },
});
export const refunded: OrderEvent = { type: 'shop.order-payment-refunded', data: { orderId, amount: total } };
export const voided: OrderEvent = { type: 'shop.order-payment-voided', data: { orderId } };
export const shippingCancelled: OrderEvent = { type: 'shop.order-shipping-cancelled', data: { orderId } };
export const released: OrderEvent = { type: 'shop.order-stock-released', data: { orderId } };
export const needsAttention = (attempt = 0): OrderEvent => ({
  type: 'shop.order-needs-attention',
  data: { orderId, memberId: aki, step: 'refund-payment', reason: 'TransientFault', attempt },
});
export const resumed = (attempt = 1): OrderEvent => ({ type: 'shop.order-resumed', data: { orderId, attempt } });
export const ended = (type: 'shop.order-cancelled' | 'shop.order-failed', reason: string, back = 0): OrderEvent => ({
  type,
  data: { orderId, memberId: aki, lines, total, refunded: yen(back), reason },
});

/** The order after it was placed and this happened. */
export const orderAfter = (...events: readonly OrderEvent[]): PlacedOrder => {
  const state = fold(order, [placed, ...events]);
  if (state.status === 'unknown') throw new Error('the order is not placed');
  return state;
};

/** The way there, as far as a step. */
export const onTheWay = [reserved, authorized, arranged, captured] as const;

export const onSale = (productId: ProductId, price: number, isActive = true): Product => ({
  status: 'listed',
  described: {
    productId,
    name: productId,
    description: '',
    categoryId: CategoryId.parse('books'),
    price: yen(price),
    images: [],
    active: isActive,
  },
});
