import { yen } from '../../../../events/money.ts';
import { accept, type Decision, reject } from '../../../platform/decider.ts';
import { mustBeGivenBack, type OrderEvent, type PlacedOrder } from './order.ts';

/** The order ends, once nothing of it is left: cancelled after a refusal or a wish, failed when a step gave up. */
export const decideClose = (order: PlacedOrder): Decision<readonly OrderEvent[], 'not-given-back'> => {
  if (!mustBeGivenBack(order)) return accept([]);
  if (!isGivenBack(order)) return reject('not-given-back');
  const { orderId, memberId, lines, total, payment } = order;
  const data = {
    orderId,
    memberId,
    lines: [...lines],
    total,
    refunded: payment === 'refunded' ? total : yen(0),
    reason: reasonOf(order),
  };
  const isCancelled = order.isCancellationRequested || order.failure?.kind === 'refused';
  return accept([{ type: isCancelled ? 'shop.order-cancelled' : 'shop.order-failed', data }]);
};

const isGivenBack = ({ stock, payment, parcel }: PlacedOrder): boolean =>
  stock === 'free' && payment !== 'authorized' && payment !== 'captured' && parcel !== 'arranged';

const reasonOf = ({ failure, isCancellationRequested }: PlacedOrder): string => {
  if (failure?.kind === 'refused') return failure.reason;
  return isCancellationRequested ? 'cancelled-by-member' : (failure?.reason ?? 'interrupted');
};
