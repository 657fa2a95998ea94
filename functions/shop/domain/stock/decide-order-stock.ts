import type { OrderId } from '../../../../events/ids.ts';
import type { OrderLine } from '../../../../events/shop/order-line.ts';
import { accept, type Decision, reject } from '../../../platform/decider.ts';
import { toldWithAlert } from './ran-low.ts';
import { type Stock, type StockEvent, stock as stockAggregate } from './stock.ts';

/** What an order wants of one product; an order has one line for each. */
export type StockLine = Pick<OrderLine, 'productId' | 'name' | 'quantity'>;

/** What is told of each stock, in the order of the lines. */
export type ToldOfStocks = readonly (readonly StockEvent[])[];

/** Sets aside everything on an order, or nothing. What was set aside for it before stays so. */
export const decideReserve = (
  lines: readonly StockLine[],
  stocks: readonly Stock[],
  orderId: OrderId,
): Decision<ToldOfStocks, 'insufficient-stock'> => {
  const ofEach = pairs(lines, stocks);
  const isShort = ({ line, stock }: Pair) => !stock.reserved.has(orderId) && stock.free < line.quantity;
  if (ofEach.some(isShort)) return reject('insufficient-stock');
  return accept(
    ofEach.map(({ line, stock }) => {
      if (stock.reserved.has(orderId)) return [];
      const { productId, quantity } = line;
      const data = { productId, orderId, quantity, stock: stock.free - quantity };
      return toldWithAlert(stock, line, { type: 'shop.stock-reserved', data });
    }),
  );
};

/** The order is confirmed: what was set aside for it is sold. */
export const decideCommit = (lines: readonly StockLine[], stocks: readonly Stock[], orderId: OrderId): ToldOfStocks =>
  pairs(lines, stocks).map(({ line: { productId }, stock }) => {
    const quantity = stock.reserved.get(orderId);
    if (quantity === undefined) return [];
    return [{ type: 'shop.stock-committed', data: { productId, orderId, quantity, stock: stock.free } }];
  });

/** The order is given up before it was confirmed: what is set aside for it is free again. */
export const decideRelease = (lines: readonly StockLine[], stocks: readonly Stock[], orderId: OrderId): ToldOfStocks =>
  pairs(lines, stocks).map(({ line: { productId }, stock }) => {
    const quantity = stock.reserved.get(orderId);
    if (quantity === undefined) return [];
    return [{ type: 'shop.stock-released', data: { productId, orderId, quantity, stock: stock.free + quantity } }];
  });

/**
 * The order is given up after it was confirmed: what it had bought is free again. A stock forgets what it sold, so that this
 * happens once is for the order to see to.
 */
export const decideReturn = (lines: readonly StockLine[], stocks: readonly Stock[], orderId: OrderId): ToldOfStocks =>
  pairs(lines, stocks).map(({ line: { productId, quantity }, stock }) => [
    { type: 'shop.stock-returned', data: { productId, orderId, quantity, stock: stock.free + quantity } },
  ]);

interface Pair {
  line: StockLine;
  stock: Stock;
}
const pairs = (lines: readonly StockLine[], stocks: readonly Stock[]): readonly Pair[] =>
  lines.map((line, index) => ({ line, stock: stocks[index] ?? stockAggregate.initialState }));
