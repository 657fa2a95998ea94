import { accept, type Decision, reject } from '../../../platform/decider.ts';
import { type Named, toldWithAlert } from './ran-low.ts';
import type { Stock, StockEvent } from './stock.ts';

/** A librarian counts pieces in or out. What orders have set aside is not theirs to take. */
export const decideAdjust = (
  { change, reason, product }: { change: number; reason: string; product: Named },
  stock: Stock,
): Decision<readonly StockEvent[], 'not-found' | 'insufficient-stock'> => {
  if (!stock.isOpen) return reject('not-found');
  const left = stock.free + change;
  if (left < 0) return reject('insufficient-stock');
  const data = { productId: product.productId, change, reason, stock: left };
  return accept(toldWithAlert(stock, product, { type: 'shop.stock-adjusted', data }));
};

/** A librarian says from where on a stock is low; set above what is there, it is low at once. The same level again says nothing. */
export const decideSetAlertLevel = (
  { level, product }: { level: number; product: Named },
  stock: Stock,
): Decision<readonly StockEvent[], 'not-found'> => {
  if (!stock.isOpen) return reject('not-found');
  if (level === stock.alertLevel) return accept([]);
  const data = { productId: product.productId, alertLevel: level };
  return accept(toldWithAlert(stock, product, { type: 'shop.alert-level-set', data }));
};
