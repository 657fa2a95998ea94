import * as z from 'zod';
import { BusinessDay } from '../../../../events/business-day.ts';
import { ProductId } from '../../../../events/ids.ts';
import { Money } from '../../../../events/money.ts';
import { ForwardStep } from '../../../../events/shop/saga-step.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { inOrder, ONE_AFTER_THE_OTHER } from '../../days.ts';
import { OrderStatus } from '../../projections/orders/view.ts';

const count = z.number().int().nonnegative();

/** Of the orders that were placed on some days, as they stand now; null where there is nothing to count. */
export const Statistics = z.object({
  orders: count,
  byStatus: z.record(OrderStatus, count),
  /** Most ordered first; `sold` are the pieces in orders that stand confirmed. */
  byProduct: z.array(z.object({ productId: ProductId, name: z.string(), orders: count, quantity: count, sold: count })),
  /** What was captured less what was refunded. */
  revenue: Money,
  /** Revenue by order that is paid. */
  averageValue: Money.nullable(),
  /** Confirmed orders among those that have ended: confirmed, cancelled and failed. */
  completionRate: z.number().min(0).max(1).nullable(),
  /** How long a step took, from the event before it to its own: on average, and at most. */
  stepTimes: z.array(z.object({ step: ForwardStep, count, meanMs: count.nullable(), longestMs: count.nullable() })),
});
export type Statistics = z.infer<typeof Statistics>;

export const orderStatisticsEndpoint = endpoint('GET /api/orders/statistics', {
  summary: 'What the orders placed on some days come to; without days, all of them',
  who: 'librarian',
  query: z.object({ from: BusinessDay.optional(), to: BusinessDay.optional() }).refine(inOrder, ONE_AFTER_THE_OTHER),
  answers: { 200: Statistics.extend({ from: BusinessDay.nullable(), to: BusinessDay.nullable() }) },
});

export const orderReportEndpoint = endpoint('GET /api/orders/reports/{day}', {
  summary: 'The same of one day that has ended',
  who: 'librarian',
  params: z.object({ day: BusinessDay }),
  answers: { 200: Statistics.extend({ day: BusinessDay }) },
  refusals: { 'not-found': 404 },
});
