import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { MemberId, OrderId } from '../ids.ts';

/** A member wants an order cancelled; from here on it can only end cancelled. */
export const OrderCancellationRequested = contract(
  'shop.order-cancellation-requested',
  1,
  z.object({ orderId: OrderId, memberId: MemberId, reason: z.string(), confirmed: z.boolean() }),
  { category: 'order', integration: true, sealed: { subject: 'memberId', blank: { reason: '' } } },
);
export type OrderCancellationRequested = EventOf<typeof OrderCancellationRequested>;
