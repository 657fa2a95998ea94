import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { MemberId, OrderId } from '../ids.ts';
import { Money } from '../money.ts';
import { OrderLine } from './order-line.ts';

/** The order ended cancelled: refused by a rule, or by the wish of its member. Nothing of it is left. */
export const OrderCancelled = contract(
  'shop.order-cancelled',
  1,
  z.object({
    orderId: OrderId,
    memberId: MemberId,
    lines: z.array(OrderLine),
    total: Money,
    refunded: Money,
    reason: z.string(),
  }),
  { category: 'order' },
);
export type OrderCancelled = EventOf<typeof OrderCancelled>;
