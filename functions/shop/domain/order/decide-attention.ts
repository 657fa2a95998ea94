import type { OrderNeedsAttention } from '../../../../events/shop/order-needs-attention.ts';
import type { OrderEvent, PlacedOrder } from './order.ts';

export interface CallForPerson {
  step: OrderNeedsAttention['data']['step'];
  reason: string;
  /** How often a person has had the saga go on. */
  attempt: number;
}

/** Calls for a person; or, when one has had the saga go on since the last call, says so. */
export const decideAttention = (
  { step, reason, attempt }: CallForPerson,
  order: PlacedOrder,
): { outcome: 'goes-on' | 'waits'; events: readonly OrderEvent[] } => {
  const { orderId, memberId, waitsForPerson, end } = order;
  if (end !== undefined) return { outcome: 'goes-on', events: [] };
  if (waitsForPerson === undefined)
    return {
      outcome: 'waits',
      events: [{ type: 'shop.order-needs-attention', data: { orderId, memberId, step, reason, attempt } }],
    };
  if (attempt <= waitsForPerson) return { outcome: 'waits', events: [] };
  return { outcome: 'goes-on', events: [{ type: 'shop.order-resumed', data: { orderId, attempt } }] };
};

/** The saga itself has ended, and the order has not: nobody works on it any more. */
export const decideAbandoned = (
  { reason, attempt }: Omit<CallForPerson, 'step'>,
  order: PlacedOrder,
): readonly OrderEvent[] => {
  const { isConfirmed, isCancellationRequested, waitsForPerson } = order;
  if (waitsForPerson !== undefined || (isConfirmed && !isCancellationRequested)) return [];
  return decideAttention({ step: 'saga', reason, attempt }, order).events;
};
