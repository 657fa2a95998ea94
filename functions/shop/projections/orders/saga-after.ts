import type { Recorded } from '../../../../events/envelope.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import { sagaOf } from './status-after.ts';
import type { OrderRow, SagaProgress } from './view.ts';

type Standing = Pick<OrderRow, 'status' | 'payment' | 'shipment' | 'isStockHeld' | 'isParcelCancelled'>;
type Step = SagaProgress['currentStep'];

/** The step that is next, as far as events tell: forward what is not done yet, backward what is not given back yet. */
const stepOf = (order: Standing): Step => (sagaOf(order.status) === 'running' ? nextStep(order) : nextReturn(order));

const nextStep = ({ isStockHeld, payment, shipment }: Standing): Step => {
  if (!isStockHeld) return 'reserve-stock';
  if (!payment) return 'authorize-payment';
  if (!shipment) return 'arrange-shipping';
  return payment.status === 'authorized' ? 'capture-payment' : 'confirm-order';
};

const nextReturn = ({ payment, shipment, isParcelCancelled, isStockHeld }: Standing): Step => {
  if (payment?.status === 'captured') return 'refund-payment';
  if (shipment && !isParcelCancelled) return 'cancel-shipping';
  if (payment?.status === 'authorized') return 'void-payment';
  return isStockHeld ? 'release-stock' : 'close-order';
};

const reasonIn = (event: HeardBy<'orders'>, before: string | undefined): string | undefined => {
  switch (event.type) {
    case 'shop.order-cancelled':
    case 'shop.order-failed':
      return event.data.reason;
    case 'shop.order-step-refused':
    case 'shop.order-step-gave-up':
      return before ?? event.data.reason;
    default:
      return before;
  }
};

const stepAt = (order: Standing, event: HeardBy<'orders'>): Step => {
  if (order.status === 'confirmed') return 'confirm-order';
  if (event.type === 'shop.order-needs-attention' && event.data.step !== 'saga') return event.data.step;
  return stepOf(order);
};

/** How far the saga is after an event that left the order like this. */
export const sagaAfter = (
  before: Pick<SagaProgress, 'startedAt' | 'completedAt' | 'failureReason'>,
  order: Standing,
  event: Recorded<HeardBy<'orders'>>,
): SagaProgress => {
  const status = sagaOf(order.status);
  const isAtEnd = status === 'succeeded' || status === 'compensated';
  const completedAt = isAtEnd ? (before.completedAt ?? event.metadata.occurredAt) : undefined;
  const failureReason = reasonIn(event, before.failureReason);
  return {
    status,
    currentStep: stepAt(order, event),
    startedAt: before.startedAt,
    ...(completedAt !== undefined && { completedAt }),
    ...(failureReason !== undefined && { failureReason }),
  };
};
