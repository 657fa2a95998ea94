import { CompensationStep, ForwardStep } from '../../../../events/shop/saga-step.ts';
import type { Order } from './order.ts';
import { momentsOf } from './order-moments.ts';

/** `stopped`: it was refused, or gave up. `left-out`: it was never reached. `not-needed`: there was nothing to give back. */
export type StepState = 'done' | 'now' | 'ahead' | 'stopped' | 'left-out' | 'not-needed';

export interface Step<Name extends string> {
  step: Name;
  state: StepState;
  at?: string;
}

/** What is told once a step is done. */
const toldBy = {
  'reserve-stock': 'stock-reserved',
  'authorize-payment': 'payment-authorized',
  'arrange-shipping': 'shipping-arranged',
  'capture-payment': 'payment-captured',
  'confirm-order': 'confirmed',
  'refund-payment': 'payment-refunded',
  'cancel-shipping': 'shipping-cancelled',
  'void-payment': 'payment-voided',
  'release-stock': 'stock-released',
} as const satisfies Record<ForwardStep | Exclude<CompensationStep, 'close-order'>, string>;

const TURNED: readonly Order['status'][] = ['cancelling', 'cancelled', 'failed', 'needs-attention'];

/** Whether everything is given back, or was. */
export const isTurned = ({ status }: Pick<Order, 'status'>): boolean => TURNED.includes(status);

const done = <Name extends string>(step: Name, at: string): Step<Name> => ({ step, state: 'done', at });

type Seen = Pick<Order, 'status' | 'saga' | 'timeline'>;

/** The steps towards a confirmed order: those done, the one under way or stopped, those ahead. */
export const stepsForward = (order: Seen): readonly Step<ForwardStep>[] => {
  const moments = momentsOf(order);
  const isStopped = moments.has('step-refused') || moments.has('step-gave-up');
  let isFirst = true;
  return ForwardStep.options.map((step) => {
    const at = moments.get(toldBy[step]);
    if (at !== undefined) return done(step, at);
    const wasFirst = isFirst;
    isFirst = false;
    if (isTurned(order)) return { step, state: wasFirst && isStopped ? 'stopped' : 'left-out' };
    return { step, state: wasFirst ? 'now' : 'ahead' };
  });
};

const endOf = (order: Seen): string | undefined => {
  const moments = momentsOf(order);
  return moments.get('cancelled') ?? moments.get('failed');
};

const undone = (order: Seen, step: CompensationStep): StepState => {
  if (endOf(order) !== undefined) return 'not-needed';
  const steps: readonly string[] = CompensationStep.options;
  const current = steps.indexOf(order.saga.currentStep);
  const place = steps.indexOf(step);
  if (place === current) return order.status === 'needs-attention' ? 'stopped' : 'now';
  return place < current ? 'not-needed' : 'ahead';
};

/** The steps that give everything back, once an order has turned; before, there are none. */
export const stepsBack = (order: Seen): readonly Step<CompensationStep>[] => {
  if (!isTurned(order)) return [];
  const moments = momentsOf(order);
  return CompensationStep.options.map((step) => {
    const at = step === 'close-order' ? endOf(order) : moments.get(toldBy[step]);
    return at === undefined ? { step, state: undone(order, step) } : done(step, at);
  });
};
