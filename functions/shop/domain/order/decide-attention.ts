import type { OrderNeedsAttention } from '../../../../events/shop/order-needs-attention.ts';
import { mustBeGivenBack, type OrderEvent, type PlacedOrder } from './order.ts';

export interface CallForPerson {
  step: OrderNeedsAttention['data']['step'];
  reason: string;
  /** How often a person has had the saga go on. */
  attempt: number;
}

/**
 * Calls for a person; or, when one has had the saga go on since the last call, says so. Nobody is called for an order that
 * has nothing to give back any more: only the word of it was lost.
 */
export const decideAttention = (
  { step, reason, attempt }: CallForPerson,
  order: PlacedOrder,
): { outcome: 'goes-on' | 'over' | 'waits'; events: readonly OrderEvent[] } => {
  const { orderId, memberId, waitsForPerson } = order;
  if (!mustBeGivenBack(order)) return { outcome: 'over', events: [] };
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
  if (order.waitsForPerson !== undefined) return [];
  return decideAttention({ step: 'saga', reason, attempt }, order).events;
};
