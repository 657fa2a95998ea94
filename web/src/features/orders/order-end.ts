import type { Order } from './order.ts';

type Seen = Pick<Order, 'status' | 'shippedAt'>;

/** Where an order stands for its reader: its status, and that the carrier has it. */
export const standingOf = ({ status, shippedAt }: Seen): Order['status'] | 'shipped' =>
  shippedAt && status === 'confirmed' ? 'shipped' : status;

/** Nothing more will happen to it. */
export const isAtAnEnd = (order: Seen): boolean => ['shipped', 'cancelled', 'failed'].includes(standingOf(order));

/** Whether its member may still ask for its end; the shop decides. */
export const mayBeCancelled = (order: Seen): boolean =>
  !isAtAnEnd(order) && order.status !== 'cancelling' && order.status !== 'needs-attention';
