import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { OrderId } from '../ids.ts';
import { Money } from '../money.ts';

/** Money that had moved was given back. */
export const OrderPaymentRefunded = contract(
  'shop.order-payment-refunded',
  1,
  z.object({ orderId: OrderId, amount: Money }),
  { category: 'order' },
);
export type OrderPaymentRefunded = EventOf<typeof OrderPaymentRefunded>;
