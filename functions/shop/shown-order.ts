import * as z from 'zod';
import { OrderPayment, OrderRow, SagaProgress } from './projections/orders/view.ts';

/** An order as its member and librarians see it. */
export const ShownOrder = OrderRow.pick({
  orderId: true,
  memberId: true,
  status: true,
  placedAt: true,
  total: true,
  items: true,
  shipment: true,
  shippedAt: true,
}).extend({
  /** There once the bank was asked and has answered. */
  payment: OrderPayment.extend({ last4: z.string() }).optional(),
  saga: SagaProgress,
  timeline: OrderRow.shape.timeline,
});
export type ShownOrder = z.infer<typeof ShownOrder>;

/** What a row says to the outside: a parcel that will not come cannot be followed. */
export const shownOrder = (order: OrderRow): ShownOrder => {
  const { orderId, memberId, status, placedAt, total, items, shippedAt, saga, timeline } = order;
  const { payment, last4, shipment, isParcelCancelled } = order;
  return {
    ...{ orderId, memberId, status, placedAt, total, items },
    ...(payment && { payment: { ...payment, last4 } }),
    ...(shipment && !isParcelCancelled && { shipment }),
    ...(shippedAt !== undefined && { shippedAt }),
    saga,
    timeline,
  };
};
