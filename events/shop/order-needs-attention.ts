import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { MemberId, OrderId } from '../ids.ts';
import { CompensationStep } from './saga-step.ts';

/** Giving back failed, again and again: a person must look. `attempt` counts how often it was tried anew. */
export const OrderNeedsAttention = contract(
  'shop.order-needs-attention',
  1,
  z.object({
    orderId: OrderId,
    memberId: MemberId,
    step: CompensationStep.or(z.literal('saga')),
    reason: z.string(),
    attempt: z.number().int().min(0),
  }),
  { category: 'order' },
);
export type OrderNeedsAttention = EventOf<typeof OrderNeedsAttention>;
