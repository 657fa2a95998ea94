import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { OrderId } from '../ids.ts';
import { Money } from '../money.ts';

/** The member's bank promised the money; none has moved. */
export const OrderPaymentAuthorized = contract(
  'shop.order-payment-authorized',
  1,
  z.object({ orderId: OrderId, amount: Money, authorizationId: z.string() }),
  { category: 'order' },
);
export type OrderPaymentAuthorized = EventOf<typeof OrderPaymentAuthorized>;
