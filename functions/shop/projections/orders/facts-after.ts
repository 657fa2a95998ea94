import { yen } from '../../../../events/money.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { OrderPayment, OrderRow } from './view.ts';

type Told = HeardBy<'orders'>;
type Facts = Pick<OrderRow, 'isStockHeld' | 'isParcelCancelled'> & Partial<Pick<OrderRow, 'payment' | 'shipment'>>;

const unmoved = { captured: yen(0), refunded: yen(0) };

/** What an order holds of the shop, the bank and the carrier after an event. */
export const factsAfter = (facts: Facts, event: Told): Facts => {
  switch (event.type) {
    case 'shop.order-stock-reserved':
      return { ...facts, isStockHeld: true };
    case 'shop.order-stock-released':
      return { ...facts, isStockHeld: false };
    case 'shop.order-shipping-arranged':
      return { ...facts, shipment: event.data.shipment };
    case 'shop.order-shipping-cancelled':
      return { ...facts, isParcelCancelled: true };
    default: {
      const payment = paymentAfter(facts.payment, event);
      return payment ? { ...facts, payment } : facts;
    }
  }
};

const paymentAfter = (payment: OrderPayment | undefined, event: Told): OrderPayment | undefined => {
  switch (event.type) {
    case 'shop.order-payment-authorized':
      return payment ?? { status: 'authorized', ...unmoved };
    case 'shop.order-payment-captured':
      return { ...unmoved, ...payment, status: 'captured', captured: event.data.amount };
    case 'shop.order-payment-refunded':
      return { ...unmoved, ...payment, status: 'refunded', refunded: event.data.amount };
    case 'shop.order-payment-voided':
      return payment && payment.status !== 'authorized' ? payment : { status: 'voided', ...unmoved };
    case 'shop.order-step-refused':
      return isDecline(event.data) ? { status: 'declined', ...unmoved } : payment;
    default:
      return payment;
  }
};

/** The bank's two words; a cancellation that comes before the payment is no decline. */
const isDecline = ({ step, reason }: { step: string; reason: string }): boolean =>
  step === 'authorize-payment' && /^(card-declined|insufficient-funds)\b/.test(reason);
