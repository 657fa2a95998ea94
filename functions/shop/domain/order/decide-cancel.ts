import { accept, type Decision, reject } from '../../../platform/decider.ts';
import type { OrderEvent, PlacedOrder } from './order.ts';

export interface CancelOrder {
  reason: string;
  /** Whether the carrier has the parcel, also before the library has heard of it. */
  isPickedUp: boolean;
}

/** Until it is shipped an order can be cancelled; asked again, nothing more happens. */
export const decideCancel = (
  { reason, isPickedUp }: CancelOrder,
  order: PlacedOrder,
): Decision<readonly OrderEvent[], 'too-late-to-cancel'> => {
  const { orderId, memberId, isConfirmed, end } = order;
  if (end === 'cancelled') return accept([]);
  if (end !== undefined || order.waitsForPerson !== undefined) return reject('too-late-to-cancel');
  if (order.isCancellationRequested || order.failure?.kind === 'refused') return accept([]);
  if (isConfirmed && isPickedUp) return reject('too-late-to-cancel');
  const data = { orderId, memberId, reason, confirmed: isConfirmed };
  return accept([{ type: 'shop.order-cancellation-requested', data }]);
};
