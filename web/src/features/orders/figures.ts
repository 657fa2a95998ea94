import * as z from 'zod';
import { ForwardStep } from '../../../../events/shop/saga-step.ts';
import { Money } from '../../lib/contract-values.ts';
import { orderStatuses } from './order.ts';

/** What some orders come to; null where there is nothing to count. */
export const Figures = z.object({
  orders: z.int(),
  byStatus: z.partialRecord(z.enum(orderStatuses), z.int()),
  byProduct: z.array(
    z.object({ productId: z.string(), name: z.string(), orders: z.int(), quantity: z.int(), sold: z.int() }),
  ),
  revenue: Money,
  averageValue: Money.nullable(),
  completionRate: z.number().nullable(),
  stepTimes: z.array(
    z.object({
      step: ForwardStep,
      count: z.int(),
      meanMs: z.number().nullable(),
      longestMs: z.number().nullable(),
    }),
  ),
});
export type Figures = z.infer<typeof Figures>;
