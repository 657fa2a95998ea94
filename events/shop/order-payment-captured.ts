import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { OrderId } from '../ids.ts';
import { Money } from '../money.ts';

/** The money has moved. */
export const OrderPaymentCaptured = contract(
  'shop.order-payment-captured',
  1,
  z.object({ orderId: OrderId, amount: Money }),
  { category: 'order' },
);
export type OrderPaymentCaptured = EventOf<typeof OrderPaymentCaptured>;
