import { ForwardStep } from '../../../../events/shop/saga-step.ts';
import { NOTHING } from '../../projections/order-statistics/day-after.ts';
import { latestName } from '../../projections/order-statistics/products-after.ts';
import type { DayCounts, DayProducts, StepTime } from '../../projections/order-statistics/view.ts';
import { OrderStatus } from '../../projections/orders/view.ts';

const NEVER: StepTime = { count: 0, total: 0, longest: 0 };

/** The counts of two days together. */
export const withDay = (sum: DayCounts, day: DayCounts): DayCounts => ({
  orders: sum.orders + day.orders,
  captured: sum.captured + day.captured,
  refunded: sum.refunded + day.refunded,
  paid: sum.paid + day.paid,
  byStatus: Object.fromEntries(
    OrderStatus.options.map((status) => [status, (sum.byStatus[status] ?? 0) + (day.byStatus[status] ?? 0)]),
  ),
  steps: Object.fromEntries(
    ForwardStep.options.map((step) => [step, together(sum.steps[step] ?? NEVER, day.steps[step] ?? NEVER)]),
  ),
});

const together = (one: StepTime, other: StepTime): StepTime => ({
  count: one.count + other.count,
  total: one.total + other.total,
  longest: Math.max(one.longest, other.longest),
});

export const NO_DAY: DayCounts = withDay(NOTHING, NOTHING);

/** The products of two days together. */
export const withProducts = (sum: DayProducts, day: DayProducts): DayProducts => {
  const all = new Map(Object.entries(sum));
  for (const [productId, { name, namedAt, orders, quantity, sold }] of Object.entries(day)) {
    const before = all.get(productId);
    all.set(productId, {
      ...latestName(before, { name, namedAt }),
      orders: orders + (before?.orders ?? 0),
      quantity: quantity + (before?.quantity ?? 0),
      sold: sold + (before?.sold ?? 0),
    });
  }
  return Object.fromEntries(all);
};
