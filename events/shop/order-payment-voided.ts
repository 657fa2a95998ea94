import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { OrderId } from '../ids.ts';

/** What the bank had promised is let go, or the gateway will never take what it was asked for. */
export const OrderPaymentVoided = contract('shop.order-payment-voided', 1, z.object({ orderId: OrderId }), {
  category: 'order',
});
export type OrderPaymentVoided = EventOf<typeof OrderPaymentVoided>;
