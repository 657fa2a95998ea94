import type { ForwardStep } from '../../../../events/shop/saga-step.ts';
import type { OrderEvent, PlacedOrder } from './order.ts';

/** How a step of the saga ends; `refused` turns the saga round. Why is on the order's stream. */
export type StepOutcome = 'done' | 'refused';

/** What a step tells of an order, and how it ends. */
export interface StepDecision {
  outcome: StepOutcome;
  events: readonly OrderEvent[];
}

export const done = (...events: readonly OrderEvent[]): StepDecision => ({ outcome: 'done', events });

/** A rule of the business says no: the order will end cancelled. */
export const refusedBecause = ({ orderId }: PlacedOrder, step: ForwardStep, reason: string): StepDecision => ({
  outcome: 'refused',
  events: [{ type: 'shop.order-step-refused', data: { orderId, step, reason } }],
});

/** The step cannot be done: the order will end failed. */
export const gaveUpBecause = ({ orderId }: PlacedOrder, step: ForwardStep, reason: string): StepDecision => ({
  outcome: 'refused',
  events: [{ type: 'shop.order-step-gave-up', data: { orderId, step, reason } }],
});

/** The whole of an order may take so long; no step begins later. */
const LONGEST_ORDER_MS = 300_000;

export interface StepTimes {
  /** When the step began. */
  at: Date;
  /** When the saga began. */
  startedAt: Date;
}

/** Why a step is not to be begun, or undefined when it is. Asked before anything is done outside. */
export const notBegun = (
  order: PlacedOrder,
  step: ForwardStep,
  { at, startedAt }: StepTimes,
): StepDecision | undefined => {
  const stopped = notGoingOn(order, step);
  if (stopped) return stopped;
  const isLate = at.getTime() - startedAt.getTime() >= LONGEST_ORDER_MS;
  return isLate ? gaveUpBecause(order, step, 'took-too-long') : undefined;
};

/** Why the saga does not go on after a step, or undefined when it does. */
export const notGoingOn = (order: PlacedOrder, step: ForwardStep): StepDecision | undefined => {
  // Confirmed once is confirmed: giving back is then the business of the saga that a cancellation starts.
  if (order.isConfirmed) return done();
  if (order.end !== undefined || order.failure) return { outcome: 'refused', events: [] };
  if (order.isCancellationRequested) return refusedBecause(order, step, 'cancelled-by-member');
  if (order.waitsForPerson !== undefined) return gaveUpBecause(order, step, 'interrupted');
  return undefined;
};

/** What was done outside is told whatever the order has come to since; then the saga goes on, or not. */
export const goingOn = (order: PlacedOrder, step: ForwardStep, ...told: readonly OrderEvent[]): StepDecision => {
  const { outcome, events } = notGoingOn(order, step) ?? done();
  return { outcome, events: [...told, ...events] };
};
