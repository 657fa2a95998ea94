import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { MemberId, OrderId } from '../ids.ts';
import { Money } from '../money.ts';
import { OrderLine } from './order-line.ts';
import { Shipment } from './shipment.ts';

/** The carrier has the parcel; from here on the order cannot be cancelled. */
export const OrderShipped = contract(
  'shop.order-shipped',
  1,
  z.object({ orderId: OrderId, memberId: MemberId, lines: z.array(OrderLine), total: Money, shipment: Shipment }),
  { category: 'order' },
);
export type OrderShipped = EventOf<typeof OrderShipped>;
