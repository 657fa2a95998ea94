import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { OrderId } from '../ids.ts';

/** Somebody looked, and giving back is tried anew. */
export const OrderResumed = contract(
  'shop.order-resumed',
  1,
  z.object({ orderId: OrderId, attempt: z.number().int().min(1) }),
  { category: 'order' },
);
export type OrderResumed = EventOf<typeof OrderResumed>;
