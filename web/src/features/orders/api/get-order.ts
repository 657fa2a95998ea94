import { queryOptions } from '@tanstack/react-query';
import { getJson } from '../../../lib/http/get-json.ts';
import { Order } from '../order.ts';
import { isAtAnEnd } from '../order-end.ts';

export const orderPath = (orderId: string): string => `/api/orders/${encodeURIComponent(orderId)}`;

const UNDER_WAY_MS = 1_000;
const WAITING_MS = 10_000;

/** How soon an order may look different: soon while it is under way, later while it waits for somebody, then never. */
const pauseFor = (order: Order): number | false => {
  if (isAtAnEnd(order)) return false;
  return order.status === 'confirmed' || order.status === 'needs-attention' ? WAITING_MS : UNDER_WAY_MS;
};

/** One order, asked again until it is at an end. */
export const getOrder = (orderId: string) =>
  queryOptions({
    queryKey: ['me', 'orders', 'one', orderId],
    queryFn: ({ signal }) => getJson(orderPath(orderId), Order, signal),
    refetchInterval: ({ state }) => state.data !== undefined && pauseFor(state.data),
  });
