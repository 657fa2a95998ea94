import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { MemberId, OrderId } from '../ids.ts';
import { Money } from '../money.ts';
import { OrderLine } from './order-line.ts';

/** The order ended because a step gave up. Nothing of it is left. */
export const OrderFailed = contract(
  'shop.order-failed',
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
export type OrderFailed = EventOf<typeof OrderFailed>;
