import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { OrderId } from '../ids.ts';
import { ForwardStep } from './saga-step.ts';

/** A step could not be done in time or for a fault that did not pass; everything is given back and the order ends failed. */
export const OrderStepGaveUp = contract(
  'shop.order-step-gave-up',
  1,
  z.object({ orderId: OrderId, step: ForwardStep, reason: z.string() }),
  { category: 'order' },
);
export type OrderStepGaveUp = EventOf<typeof OrderStepGaveUp>;
