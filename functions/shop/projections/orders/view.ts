import * as z from 'zod';
import { type BusinessDay, beginningOf } from '../../../../events/business-day.ts';
import { MemberId, OrderId } from '../../../../events/ids.ts';
import { Money } from '../../../../events/money.ts';
import { OrderLine } from '../../../../events/shop/order-line.ts';
import { CompensationStep, ForwardStep } from '../../../../events/shop/saga-step.ts';
import { Shipment } from '../../../../events/shop/shipment.ts';

export const OrderStatus = z.enum([
  'pending',
  'stock-reserved',
  'payment-authorized',
  'shipping-arranged',
  'confirmed',
  'cancelling',
  'cancelled',
  'failed',
  'needs-attention',
]);
export type OrderStatus = z.infer<typeof OrderStatus>;

/** `compensating` gives everything back, `compensated` has done so; `needs-attention` could not. */
export const SagaStatus = z.enum(['running', 'compensating', 'succeeded', 'compensated', 'needs-attention']);
export type SagaStatus = z.infer<typeof SagaStatus>;

/** How far the order has come. At the end `currentStep` is the step it ended with. */
export const SagaProgress = z.object({
  status: SagaStatus,
  currentStep: ForwardStep.or(CompensationStep),
  startedAt: z.iso.datetime(),
  completedAt: z.iso.datetime().optional(),
  /** Begins with a code. */
  failureReason: z.string().optional(),
});
export type SagaProgress = z.infer<typeof SagaProgress>;

/** Amounts are what has moved. */
export const OrderPayment = z.object({
  status: z.enum(['authorized', 'captured', 'voided', 'refunded', 'declined']),
  captured: Money,
  refunded: Money,
});
export type OrderPayment = z.infer<typeof OrderPayment>;

export const TimelineEntry = z.object({ at: z.iso.datetime(), event: z.string(), detail: z.string() });
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** One order: never its address, and of its card the last four digits. */
export const OrderRow = z.object({
  orderId: OrderId,
  memberId: MemberId,
  status: OrderStatus,
  placedAt: z.iso.datetime(),
  total: Money,
  items: z.array(OrderLine),
  last4: z.string(),
  isStockHeld: z.boolean(),
  payment: OrderPayment.optional(),
  shipment: Shipment.optional(),
  /** The carrier will not take the parcel after all. */
  isParcelCancelled: z.boolean(),
  confirmedAt: z.iso.datetime().optional(),
  shippedAt: z.iso.datetime().optional(),
  saga: SagaProgress,
  timeline: z.array(TimelineEntry),
});
export type OrderRow = z.infer<typeof OrderRow>;

export const orderKey = (orderId: string) => ({ pk: orderId, sk: 'order' });

/** Lists of orders sort by it: the moment of placing, then the id, which may hold no `#`. */
export const placeOf = (placedAt: string, orderId: string): string => `${placedAt}#${orderId}`;
export const orderIdIn = (place: string): string => place.slice(place.indexOf('#') + 1);

/** Places of orders that were placed on these days, both inclusive. */
export const placesOn = ({ from, to }: { from?: BusinessDay | undefined; to?: BusinessDay | undefined }) => ({
  ...(from !== undefined && { from: beginningOf(from).toISOString() }),
  ...(to !== undefined && { to: beginningOf(to, 1).toISOString() }),
});

/** A list of orders by place: its index, and what partitions it. */
export interface OrderList {
  index: string;
  partition: readonly [attribute: string, value: string];
}
export const ALL = 'order';
export const allOrders: OrderList = { index: 'by-placing', partition: ['listed', ALL] };
export const ordersOf = (memberId: MemberId): OrderList => ({
  index: 'of-member',
  partition: ['memberId', memberId],
});
export const ordersThatAre = (status: OrderStatus): OrderList => ({
  index: 'by-status',
  partition: ['status', status],
});
export const ordersTrackedAs = (trackingNumber: string): OrderList => ({
  index: 'by-tracking-number',
  partition: ['tracked', trackingNumber],
});

/** Confirmed orders that were not shipped yet, by the day they were confirmed on. */
export const CONFIRMED_BY_DAY = 'confirmed-by-day';
export const TO_BE_SHIPPED = 'to-be-shipped';
