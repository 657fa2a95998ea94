import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { MemberId, OrderId } from '../ids.ts';
import { Money } from '../money.ts';
import { OrderLine } from './order-line.ts';
import { NO_ADDRESS, ShippingAddress } from './shipping-address.ts';

/** A member ordered from the shop's price list. `method` is what the gateway gave for the card; the card's number is nowhere. */
export const OrderPlaced = contract(
  'shop.order-placed',
  1,
  z.object({
    orderId: OrderId,
    memberId: MemberId,
    lines: z.array(OrderLine),
    total: Money,
    payment: z.object({ method: z.string(), last4: z.string() }),
    shippingAddress: ShippingAddress,
  }),
  { category: 'order', integration: true, sealed: { subject: 'memberId', blank: { shippingAddress: NO_ADDRESS } } },
);
export type OrderPlaced = EventOf<typeof OrderPlaced>;
