import { dayOf } from '../../../../events/business-day.ts';
import type { Recorded } from '../../../../events/envelope.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { RowProjection } from '../../../platform/projection.ts';
import { factsAfter } from './facts-after.ts';
import { sagaAfter } from './saga-after.ts';
import { statusAfter } from './status-after.ts';
import { timelineAfter } from './timeline.ts';
import { ALL, OrderRow, orderKey, placeOf, TO_BE_SHIPPED } from './view.ts';

type Told = Recorded<HeardBy<'orders'>>;
type Placed = Extract<Told, { type: 'shop.order-placed' }>;

/** One row per order. */
export const orders: RowProjection<'orders'> = {
  listener: 'orders',
  keyOf: ({ data: { orderId } }) => orderKey(orderId),
  evolve: (row, event) =>
    listed(event.type === 'shop.order-placed' ? newOrder(event) : orderAfter(OrderRow.parse(row), event)),
};

const newOrder = (event: Placed): OrderRow => {
  const { orderId, memberId, lines, total, payment } = event.data;
  const { occurredAt } = event.metadata;
  const order = { status: 'pending', isStockHeld: false, isParcelCancelled: false } as const;
  return {
    ...{ orderId, memberId, total, items: lines, last4: payment.last4, placedAt: occurredAt },
    ...order,
    saga: sagaAfter({ startedAt: occurredAt }, order, event),
    timeline: timelineAfter([], event),
  };
};

const orderAfter = (order: OrderRow, event: Told): OrderRow => {
  const { occurredAt } = event.metadata;
  const next = { ...order, ...factsAfter(order, event), status: statusAfter(order.status, event) };
  return {
    ...next,
    ...(event.type === 'shop.order-confirmed' && { confirmedAt: occurredAt }),
    ...(event.type === 'shop.order-shipped' && { shippedAt: occurredAt }),
    saga: sagaAfter(order.saga, next, event),
    timeline: timelineAfter(order.timeline, event),
  };
};

/** The attributes by which lists find an order: one that is absent is not indexed. */
const listed = (order: OrderRow) => {
  const { status, placedAt, orderId, shipment, confirmedAt, shippedAt } = order;
  const isToBeShipped = status === 'confirmed' && confirmedAt !== undefined && shippedAt === undefined;
  return {
    ...order,
    listed: ALL,
    place: placeOf(placedAt, orderId),
    ...(shipment && { tracked: shipment.trackingNumber }),
    ...(isToBeShipped && { awaits: TO_BE_SHIPPED, confirmedOn: dayOf(new Date(confirmedAt)) }),
  };
};
