import type { Recorded } from '../../../../events/envelope.ts';
import type { Money } from '../../../../events/money.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { TimelineEntry } from './view.ts';

/** An order that somebody resumes again and again keeps its beginning and what happened last. */
const MOST_AT_EACH_END = 50;

/** What an event says of an order, in one line: refusals begin with their code. */
const detailOf = (event: HeardBy<'orders'>): string => {
  switch (event.type) {
    case 'shop.order-placed':
      return `${count(event.data.lines.length, 'line')}, ${amount(event.data.total)}`;
    case 'shop.order-stock-reserved':
      return 'everything is set aside';
    case 'shop.order-payment-authorized':
      return `${amount(event.data.amount)} promised by the bank`;
    case 'shop.order-shipping-arranged':
    case 'shop.order-confirmed':
    case 'shop.order-shipped': {
      const { carrier, trackingNumber, estimatedOn } = event.data.shipment;
      return `${carrier} ${trackingNumber}, expected on ${estimatedOn}`;
    }
    case 'shop.order-payment-captured':
      return `${amount(event.data.amount)} paid`;
    case 'shop.order-cancellation-requested':
      return event.data.confirmed ? 'after it was confirmed' : 'before it was confirmed';
    case 'shop.order-step-refused':
    case 'shop.order-step-gave-up':
      return `${event.data.reason} (${event.data.step})`;
    case 'shop.order-payment-refunded':
      return `${amount(event.data.amount)} given back`;
    case 'shop.order-payment-voided':
      return 'nothing is taken from the card';
    case 'shop.order-shipping-cancelled':
      return 'no parcel is sent';
    case 'shop.order-stock-released':
      return 'everything is free to be sold again';
    case 'shop.order-needs-attention':
      return `${event.data.reason} (${event.data.step})`;
    case 'shop.order-resumed':
      return `attempt ${event.data.attempt}`;
    case 'shop.order-cancelled':
    case 'shop.order-failed':
      return `${event.data.reason}, ${amount(event.data.refunded)} given back`;
  }
};

const amount = ({ currency, amount: yen }: Money): string => `${currency} ${yen}`;
const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** What happened to an order, with one more event. */
export const timelineAfter = (
  timeline: readonly TimelineEntry[],
  event: Recorded<HeardBy<'orders'>>,
): TimelineEntry[] => {
  const entry = { at: event.metadata.occurredAt, event: event.type, detail: detailOf(event) };
  if (timeline.length < 2 * MOST_AT_EACH_END) return [...timeline, entry];
  return [...timeline.slice(0, MOST_AT_EACH_END), ...timeline.slice(1 - MOST_AT_EACH_END), entry];
};
