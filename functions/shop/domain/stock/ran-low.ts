import type { ProductId } from '../../../../events/ids.ts';
import { fold } from '../../../platform/decider.ts';
import { isLow, type Stock, type StockEvent, stock } from './stock.ts';

/** A product as a notice names it. */
export interface Named {
  productId: ProductId;
  name: string;
}

/** What is told of a stock, and that it ran low when these events let it fall to its alert level or below. */
export const toldWithAlert = (
  before: Stock,
  { productId, name }: Named,
  ...told: readonly StockEvent[]
): readonly StockEvent[] => {
  const after = fold({ ...stock, initialState: before }, told);
  if (isLow(before) || !isLow(after)) return told;
  const { free, alertLevel } = after;
  return [...told, { type: 'shop.stock-ran-low', data: { productId, name, stock: free, alertLevel } }];
};
