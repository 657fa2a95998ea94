import * as z from 'zod';
import { CompensationStep, ForwardStep } from '../../../../events/shop/saga-step.ts';
import { Day, Instant, Money } from '../../lib/contract-values.ts';

export const orderStatuses = [
  'pending',
  'stock-reserved',
  'payment-authorized',
  'shipping-arranged',
  'confirmed',
  'cancelling',
  'cancelled',
  'failed',
  'needs-attention',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

const paymentStatuses = ['authorized', 'captured', 'voided', 'refunded', 'declined'] as const;
const sagaStatuses = ['running', 'compensating', 'succeeded', 'compensated', 'needs-attention'] as const;

/** One line of an order, with name and price as they were when it was placed. */
const OrderLine = z.object({
  productId: z.string(),
  name: z.string(),
  unitPrice: Money,
  quantity: z.int(),
});

/** An order as the shop answers it. What has not happened yet is not there. */
export const Order = z.object({
  orderId: z.string(),
  memberId: z.string(),
  status: z.enum(orderStatuses),
  placedAt: Instant,
  shippedAt: Instant.nullish(),
  total: Money,
  items: z.array(OrderLine),
  payment: z.object({ status: z.enum(paymentStatuses), captured: Money, refunded: Money, last4: z.string() }).nullish(),
  shipment: z.object({ carrier: z.string(), trackingNumber: z.string(), estimatedOn: Day }).nullish(),
  saga: z.object({
    status: z.enum(sagaStatuses),
    currentStep: ForwardStep.or(CompensationStep),
    startedAt: Instant,
    completedAt: Instant.nullish(),
    failureReason: z.string().nullish(),
  }),
  timeline: z.array(z.object({ at: Instant, event: z.string(), detail: z.string() })),
});
export type Order = z.infer<typeof Order>;
