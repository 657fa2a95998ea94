import type { ForwardStep } from '../../../../events/shop/saga-step.ts';
import { gaveUpBecause, notGoingOn, type StepDecision } from './go-on.ts';
import type { PlacedOrder } from './order.ts';

/** What a member is told that a step is about. */
const subjects: Readonly<Record<ForwardStep, string>> = {
  'reserve-stock': 'stock',
  'authorize-payment': 'payment',
  'arrange-shipping': 'shipping',
  'capture-payment': 'payment',
  'confirm-order': 'shipping',
};

/** Names of errors that mean: no answer came in time. */
const TIMEOUTS: readonly string[] = ['OutcomeUnknown', 'States.Timeout', 'Sandbox.Timedout'];

/** A step was tried as often as it may be. An order that was confirmed all the same, its answer lost, stays so. */
export const decideGiveUp = (order: PlacedOrder, step: ForwardStep, error: string): StepDecision =>
  notGoingOn(order, step) ??
  gaveUpBecause(order, step, `${subjects[step]}-${TIMEOUTS.includes(error) ? 'timeout' : 'unavailable'}`);
