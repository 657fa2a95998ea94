import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { MemberId, OrderId } from '../ids.ts';
import { Money } from '../money.ts';
import { OrderLine } from './order-line.ts';
import { Shipment } from './shipment.ts';

/** The order is paid, its pieces are sold, and its parcel is on the list of the carrier. */
export const OrderConfirmed = contract(
  'shop.order-confirmed',
  1,
  z.object({ orderId: OrderId, memberId: MemberId, lines: z.array(OrderLine), total: Money, shipment: Shipment }),
  { category: 'order' },
);
export type OrderConfirmed = EventOf<typeof OrderConfirmed>;
