import * as z from 'zod';
import { BusinessDay } from '../../../../events/business-day.ts';
import { ForwardStep } from '../../../../events/shop/saga-step.ts';
import { OrderStatus } from '../orders/view.ts';

/** What is needed of an order to count its next event: the day that it counts for, and how it stood. */
export const CountedOrder = z.object({
  placedOn: BusinessDay,
  status: OrderStatus,
  isSold: z.boolean(),
  lastAt: z.iso.datetime(),
});
export type CountedOrder = z.infer<typeof CountedOrder>;

const count = z.number().int().nonnegative();

/** How often a step was done, and how long that took together and at most, in milliseconds. */
export const StepTime = z.object({ count, total: count, longest: count });
export type StepTime = z.infer<typeof StepTime>;

/** The orders that were placed on one day, whenever things happened to them. Amounts are yen. */
export const DayCounts = z.object({
  orders: count,
  byStatus: z.partialRecord(OrderStatus, count),
  captured: count,
  refunded: count,
  /** Orders whose money the shop has and keeps. */
  paid: count,
  steps: z.partialRecord(ForwardStep, StepTime),
});
export type DayCounts = z.infer<typeof DayCounts>;

/** Orders in which a product is, pieces that were ordered, and those of them that are sold. */
export const ProductCount = z.object({
  /** As the latest of these orders calls it. */
  name: z.string(),
  namedAt: z.iso.datetime(),
  orders: count,
  quantity: count,
  sold: count,
});
export type ProductCount = z.infer<typeof ProductCount>;
export const DayProducts = z.record(z.string(), ProductCount);
export type DayProducts = z.infer<typeof DayProducts>;

export const DAYS = 'days';
export const PRODUCTS = 'products';
export const countedOrderKey = (orderId: string) => ({ pk: `order#${orderId}`, sk: 'order' });
export const dayKey = (day: BusinessDay) => ({ pk: DAYS, sk: day });
export const productsKey = (day: BusinessDay) => ({ pk: PRODUCTS, sk: day });
