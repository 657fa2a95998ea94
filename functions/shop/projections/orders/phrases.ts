import type { BunkoEvent, EventType } from '../../../../events/catalog.ts';
import type { Recorded } from '../../../../events/envelope.ts';
import { yen } from '../../../../events/money.ts';
import { recorded } from '../../../platform/listener/phrases.ts';

/** Words of the tests of what is seen of orders. */
export type OrderEventType = Extract<EventType, `shop.order-${string}`>;
/** What happened to an order, and, unless it is told otherwise, what it said. */
type Told = OrderEventType | readonly [OrderEventType, Readonly<Record<string, unknown>>];

export const bookmark = { productId: 'bookmark', name: '真鍮の栞 Brass bookmark', unitPrice: yen(880), quantity: 2 };
export const shipment = { carrier: 'Yamaneko', trackingNumber: 'TRK0A1B2C3D', estimatedOn: '2026-05-04' };

const total = yen(1760);
const ended = { memberId: 'aki', lines: [bookmark], total };
const said: Readonly<Record<OrderEventType, Readonly<Record<string, unknown>>>> = {
  'shop.order-placed': {
    ...ended,
    payment: { method: 'm', last4: '4242' },
    shippingAddress: { name: '', postalCode: '', country: '', line1: '' },
  },
  'shop.order-stock-reserved': {},
  'shop.order-payment-authorized': { amount: total, authorizationId: 'a' },
  'shop.order-shipping-arranged': { shipment },
  'shop.order-payment-captured': { amount: total },
  'shop.order-confirmed': { ...ended, shipment },
  'shop.order-shipped': { ...ended, shipment },
  'shop.order-cancellation-requested': { memberId: 'aki', reason: '', confirmed: false },
  'shop.order-step-refused': { step: 'authorize-payment', reason: 'card-declined' },
  'shop.order-step-gave-up': { step: 'arrange-shipping', reason: 'took-too-long' },
  'shop.order-payment-refunded': { amount: total },
  'shop.order-shipping-cancelled': {},
  'shop.order-payment-voided': {},
  'shop.order-stock-released': {},
  'shop.order-needs-attention': { memberId: 'aki', step: 'refund-payment', reason: 'outcome-unknown', attempt: 0 },
  'shop.order-resumed': { attempt: 1 },
  'shop.order-cancelled': { ...ended, refunded: yen(0), reason: 'card-declined' },
  'shop.order-failed': { ...ended, refunded: yen(0), reason: 'took-too-long' },
};

/** The steps of an order that ends well. */
export const GOES_WELL: readonly OrderEventType[] = [
  'shop.order-placed',
  'shop.order-stock-reserved',
  'shop.order-payment-authorized',
  'shop.order-shipping-arranged',
  'shop.order-payment-captured',
  'shop.order-confirmed',
];

/** The stream of one order: an event a second from `startedAt` on. */
export const orderStream = (
  orderId: string,
  told: readonly Told[],
  startedAt = '2026-05-01T00:00:00.000Z',
): readonly Recorded<BunkoEvent>[] =>
  told.map((one, index) => {
    const [type, more] = typeof one === 'string' ? [one, {}] : one;
    const event = recorded(type, `main#order#${orderId}`, index + 1, { orderId, ...said[type], ...more });
    const occurredAt = new Date(Date.parse(startedAt) + index * 1_000).toISOString();
    return { ...event, metadata: { ...event.metadata, occurredAt } } as Recorded<BunkoEvent>;
  });
