import * as z from 'zod';
import {
  allOrders,
  type OrderList,
  type OrderRow,
  ordersThatAre,
  ordersTrackedAs,
  placeOf,
  placesOn,
} from '../../projections/orders/view.ts';
import type { OrderFilter } from './endpoints.ts';

const TRACKING_NUMBER = /^TRK[0-9A-F]{8}$/i;

/** The shortest list in which everything that is looked for must be. */
export const listFor = ({ q, status, from, to }: OrderFilter): OrderList & { range: ReturnType<typeof placesOn> } => {
  const range = placesOn({ from, to });
  if (q !== undefined && TRACKING_NUMBER.test(q)) return { ...ordersTrackedAs(q.toUpperCase()), range };
  return { ...(status === undefined ? allOrders : ordersThatAre(status)), range };
};

/** The order that is looked for by its whole id. */
export const soughtId = ({ q }: OrderFilter): string | undefined => z.uuid().safeParse(q?.toLowerCase()).data;

/** Whether an order was placed on the days of a list. */
export const isPlacedOn = ({ placedAt, orderId }: OrderRow, { from, to }: OrderFilter): boolean => {
  const [place, range] = [placeOf(placedAt, orderId), placesOn({ from, to })];
  return (range.from === undefined || place >= range.from) && (range.to === undefined || place <= range.to);
};

/** Whether an order is what is looked for. Its list answers for the days. */
export const matches = (order: OrderRow, { status, productId, q }: OrderFilter): boolean =>
  (status === undefined || order.status === status) &&
  (productId === undefined || order.items.some((item) => item.productId === productId)) &&
  (q === undefined || wordsOf(order).some((words) => words.toLowerCase().includes(q.toLowerCase())));

const wordsOf = ({ orderId, items, shipment }: OrderRow): readonly string[] => [
  orderId,
  ...items.map(({ name }) => name),
  ...(shipment ? [shipment.trackingNumber] : []),
];
