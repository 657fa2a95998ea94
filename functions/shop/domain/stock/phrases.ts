import { OrderId, ProductId } from '../../../../events/ids.ts';
import { fold } from '../../../platform/decider.ts';
import type { StockLine } from './decide-order-stock.ts';
import { type Stock, type StockEvent, stock } from './stock.ts';

/** Words of the stock's rules: two products and the orders for them. */
export const pens = { productId: ProductId.parse('pens'), name: 'Pens' };
export const bags = { productId: ProductId.parse('bags'), name: 'Bags' };
export const orderId = OrderId.parse('order-1');
export const otherOrderId = OrderId.parse('order-2');

export const line = (product: typeof pens, quantity: number): StockLine => ({ ...product, quantity });
export const opened = (alertLevel: number): StockEvent => ({
  type: 'shop.stock-opened',
  data: { productId: pens.productId, alertLevel },
});
export const adjusted = (change: number, stock: number): StockEvent => ({
  type: 'shop.stock-adjusted',
  data: { productId: pens.productId, change, reason: 'delivery', stock },
});
export const reserved = (quantity: number, stock: number, of = orderId): StockEvent => ({
  type: 'shop.stock-reserved',
  data: { productId: pens.productId, orderId: of, quantity, stock },
});
export const ranLow = (stock: number, alertLevel: number, product = pens): StockEvent => ({
  type: 'shop.stock-ran-low',
  data: { ...product, stock, alertLevel },
});
export const stockAfter = (...told: readonly StockEvent[]): Stock => fold(stock, told);
export const stockOf = (free: number, alertLevel = 0): Stock => stockAfter(opened(alertLevel), adjusted(free, free));
