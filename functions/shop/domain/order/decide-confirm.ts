import { decideCommit } from '../stock/decide-order-stock.ts';
import type { Stock } from '../stock/stock.ts';
import type { StockDecision } from './decide-reserve-stock.ts';
import { done, gaveUpBecause, notGoingOn, refusedBecause } from './go-on.ts';
import type { PlacedOrder } from './order.ts';

/** What the carrier said when it was asked to pick the parcel up. */
export type PickUp = { outcome: 'confirmed' } | { outcome: 'refused'; reason: string };

/** The order is confirmed and its pieces are sold, in one commit; or the carrier has thought better of it. */
export const decideConfirm = (pickUp: PickUp, order: PlacedOrder, stocks: readonly Stock[]): StockDecision => {
  const stopped = notGoingOn(order, 'confirm-order');
  if (stopped) return { ...stopped, told: [] };
  if (pickUp.outcome === 'refused') return { ...refusedBecause(order, 'confirm-order', pickUp.reason), told: [] };
  const { orderId, memberId, total, shipment } = order;
  if (!shipment) return { ...gaveUpBecause(order, 'confirm-order', 'interrupted'), told: [] };
  const data = { orderId, memberId, lines: [...order.lines], total, shipment };
  return { ...done({ type: 'shop.order-confirmed', data }), told: decideCommit(order.lines, stocks, orderId) };
};
