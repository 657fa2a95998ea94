import { decideReserve, type ToldOfStocks } from '../stock/decide-order-stock.ts';
import type { Stock } from '../stock/stock.ts';
import { done, notGoingOn, refusedBecause, type StepDecision } from './go-on.ts';
import type { PlacedOrder } from './order.ts';

/** What a step tells of an order and of the stock of each of its lines, in their order: all or nothing. */
export interface StockDecision extends StepDecision {
  told: ToldOfStocks;
}

/** Sets everything on the order aside, once. */
export const decideReserveStock = (order: PlacedOrder, stocks: readonly Stock[]): StockDecision => {
  const stopped = notGoingOn(order, 'reserve-stock');
  if (stopped) return { ...stopped, told: [] };
  if (order.stock !== 'free') return { ...done(), told: [] };
  const { orderId } = order;
  const reservation = decideReserve(order.lines, stocks, orderId);
  if (reservation.outcome === 'rejected')
    return { ...refusedBecause(order, 'reserve-stock', reservation.reason), told: [] };
  return { ...done({ type: 'shop.order-stock-reserved', data: { orderId } }), told: reservation.events };
};
