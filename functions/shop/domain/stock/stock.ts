import type { OrderId } from '../../../../events/ids.ts';
import type { AlertLevelSet } from '../../../../events/shop/alert-level-set.ts';
import type { StockAdjusted } from '../../../../events/shop/stock-adjusted.ts';
import type { StockCommitted } from '../../../../events/shop/stock-committed.ts';
import type { StockOpened } from '../../../../events/shop/stock-opened.ts';
import type { StockRanLow } from '../../../../events/shop/stock-ran-low.ts';
import type { StockReleased } from '../../../../events/shop/stock-released.ts';
import type { StockReserved } from '../../../../events/shop/stock-reserved.ts';
import type { StockReturned } from '../../../../events/shop/stock-returned.ts';
import type { Aggregate } from '../../../platform/decider.ts';

/** The pieces of one product. */
export interface Stock {
  isOpen: boolean;
  /** Pieces that nobody has ordered. */
  free: number;
  /** Pieces set aside for orders that are neither confirmed nor given up. */
  reserved: ReadonlyMap<OrderId, number>;
  alertLevel: number;
}
export type StockEvent =
  | StockOpened
  | StockAdjusted
  | AlertLevelSet
  | StockReserved
  | StockCommitted
  | StockReleased
  | StockReturned
  | StockRanLow;

export const stock: Aggregate<Stock, StockEvent> = {
  reducer: '42412d9ab594',
  initialState: { isOpen: false, free: 0, reserved: new Map(), alertLevel: 0 },
  evolve: (state, event) => {
    switch (event.type) {
      case 'shop.stock-opened':
        return { ...state, isOpen: true, alertLevel: event.data.alertLevel };
      case 'shop.alert-level-set':
        return { ...state, alertLevel: event.data.alertLevel };
      case 'shop.stock-adjusted':
      case 'shop.stock-returned':
        return { ...state, free: event.data.stock };
      case 'shop.stock-reserved': {
        const { orderId, quantity, stock: free } = event.data;
        return { ...state, free, reserved: new Map([...state.reserved, [orderId, quantity]]) };
      }
      case 'shop.stock-released':
        return { ...state, free: event.data.stock, reserved: without(state.reserved, event.data.orderId) };
      case 'shop.stock-committed':
        return { ...state, reserved: without(state.reserved, event.data.orderId) };
      default:
        return state;
    }
  },
};

const without = (reserved: Stock['reserved'], gone: OrderId): Stock['reserved'] =>
  new Map([...reserved].filter(([orderId]) => orderId !== gone));

/** Whether there is so little of a product that somebody should order more. */
export const isLow = ({ free, alertLevel }: Pick<Stock, 'free' | 'alertLevel'>): boolean => free <= alertLevel;
