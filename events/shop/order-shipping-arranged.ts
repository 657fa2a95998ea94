import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { OrderId } from '../ids.ts';
import { Shipment } from './shipment.ts';

/** A carrier takes the parcel. */
export const OrderShippingArranged = contract(
  'shop.order-shipping-arranged',
  1,
  z.object({ orderId: OrderId, shipment: Shipment }),
  { category: 'order' },
);
export type OrderShippingArranged = EventOf<typeof OrderShippingArranged>;
