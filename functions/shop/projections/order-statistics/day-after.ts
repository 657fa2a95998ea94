import type { Recorded } from '../../../../events/envelope.ts';
import type { ForwardStep } from '../../../../events/shop/saga-step.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import { sagaOf } from '../orders/status-after.ts';
import type { CountedOrder, DayCounts } from './view.ts';

type Told = Recorded<HeardBy<'order-statistics'>>;

export const NOTHING: DayCounts = { orders: 0, byStatus: {}, captured: 0, refunded: 0, paid: 0, steps: {} };

const steps: Readonly<Partial<Record<Told['type'], ForwardStep>>> = {
  'shop.order-stock-reserved': 'reserve-stock',
  'shop.order-payment-authorized': 'authorize-payment',
  'shop.order-shipping-arranged': 'arrange-shipping',
  'shop.order-payment-captured': 'capture-payment',
  'shop.order-confirmed': 'confirm-order',
};

/** The counts of a day after an event of one of its orders, which stood like `before` (undefined: it is new) and stands like `after`. */
export const dayAfter = (
  day: DayCounts,
  event: Told,
  before: CountedOrder | undefined,
  after: CountedOrder,
): DayCounts => ({
  ...moneyAfter(day, event),
  orders: day.orders + (before ? 0 : 1),
  byStatus: statusesAfter(day.byStatus, before, after),
  steps: before ? stepsAfter(day.steps, event, before) : day.steps,
});

const moneyAfter = (day: DayCounts, { type, data }: Told): DayCounts => {
  if (type === 'shop.order-payment-captured')
    return { ...day, captured: day.captured + data.amount.amount, paid: day.paid + 1 };
  if (type === 'shop.order-payment-refunded')
    return { ...day, refunded: day.refunded + data.amount.amount, paid: day.paid - 1 };
  return day;
};

const statusesAfter = (
  byStatus: DayCounts['byStatus'],
  before: CountedOrder | undefined,
  after: CountedOrder,
): DayCounts['byStatus'] => {
  if (before?.status === after.status) return byStatus;
  const left = before ? { [before.status]: (byStatus[before.status] ?? 0) - 1 } : {};
  return { ...byStatus, ...left, [after.status]: (byStatus[after.status] ?? 0) + 1 };
};

/** A step took from the event before it to its own; what only turns out while all is given back was no step. */
const stepsAfter = (
  times: DayCounts['steps'],
  { type, metadata }: Told,
  { lastAt, status }: CountedOrder,
): DayCounts['steps'] => {
  const step = steps[type];
  if (!step || sagaOf(status) !== 'running') return times;
  const took = Math.max(0, Date.parse(metadata.occurredAt) - Date.parse(lastAt));
  const { count, total, longest } = times[step] ?? { count: 0, total: 0, longest: 0 };
  return { ...times, [step]: { count: count + 1, total: total + took, longest: Math.max(longest, took) } };
};
