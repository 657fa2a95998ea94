import type { Money } from '../../../../events/money.ts';
import type { Shipment } from '../../../../events/shop/shipment.ts';
import type { OrderNews } from '../notice.ts';
import { type Reason, reasonIn } from './reason.ts';
import type { Told } from './words.ts';

const ORDER = 'See your order';

const because: Readonly<Record<Reason, string>> = {
  'card-declined': 'Your card was declined.',
  'insufficient-funds': 'There is not enough money on your card.',
  'insufficient-stock': 'Not everything you ordered is in stock.',
  'invalid-address': 'The carrier does not know the address.',
  'carrier-refused': 'The carrier did not take the parcel.',
  'cancelled-by-member': 'It was cancelled as you asked.',
  'payment-timeout': 'The payment could not be made in time.',
  'payment-unavailable': 'The payment could not be made.',
  'shipping-timeout': 'No carrier could be found in time.',
  'shipping-unavailable': 'No carrier could be found.',
  'took-too-long': 'It could not be completed in time.',
  interrupted: 'It could not be completed.',
};

/** What an order is told with. */
export const toldOfOrder = (event: OrderNews): Told => {
  switch (event.type) {
    case 'shop.order-confirmed': {
      const { total, shipment } = event.data;
      return { title: 'Your order is confirmed', lines: [`Total: ${money(total)}`, parcel(shipment)], button: ORDER };
    }
    case 'shop.order-shipped':
      return { title: 'Your order is on its way', lines: [parcel(event.data.shipment)], button: ORDER };
    case 'shop.order-cancelled':
    case 'shop.order-failed': {
      const { reason, refunded } = event.data;
      return { title: 'Your order is cancelled', lines: [because[reasonIn(reason)], back(refunded)], button: ORDER };
    }
  }
};

const YEN = new Intl.NumberFormat('en');
const money = ({ currency, amount }: Money): string => `${currency} ${YEN.format(amount)}`;

const parcel = ({ carrier, trackingNumber, estimatedOn }: Shipment): string =>
  `${carrier} brings it, expected on ${estimatedOn}. Tracking number: ${trackingNumber}`;

const back = (refunded: Money): string =>
  refunded.amount === 0 ? 'Nothing was taken from your card.' : `${money(refunded)} went back to your card.`;
