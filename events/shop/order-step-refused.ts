import * as z from 'zod';
import { contract, type EventOf } from '../contract.ts';
import { OrderId } from '../ids.ts';
import { ForwardStep } from './saga-step.ts';

/** A step was refused for a reason of the business; everything is given back and the order ends cancelled. */
export const OrderStepRefused = contract(
  'shop.order-step-refused',
  1,
  z.object({ orderId: OrderId, step: ForwardStep, reason: z.string() }),
  { category: 'order' },
);
export type OrderStepRefused = EventOf<typeof OrderStepRefused>;
