import { decideRelease, decideReturn, type ToldOfStocks } from '../stock/decide-order-stock.ts';
import type { Stock } from '../stock/stock.ts';
import { mustBeGivenBack, type OrderEvent, type PlacedOrder } from './order.ts';

/** What was set aside or sold with the order is free again; by the order's own state this happens once. */
export const decideReleaseStock = (
  order: PlacedOrder,
  stocks: readonly Stock[],
): { events: readonly OrderEvent[]; told: ToldOfStocks } => {
  const { orderId, lines, stock } = order;
  if (stock === 'free' || !mustBeGivenBack(order)) return { events: [], told: [] };
  const give = stock === 'reserved' ? decideRelease : decideReturn;
  return { events: [{ type: 'shop.order-stock-released', data: { orderId } }], told: give(lines, stocks, orderId) };
};
