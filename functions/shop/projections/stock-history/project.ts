import type { Recorded } from '../../../../events/envelope.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import type { RowsProjection } from '../../../platform/projection.ts';
import { changeKey, type StockChange } from './view.ts';

/** One row for each time that what is free of a product changed. */
export const stockHistory: RowsProjection<'stock-history'> = {
  listener: 'stock-history',
  keysOf: (event) => (changeIn(event) ? [changeKey(event.data.productId, event.version)] : []),
  project: (event) => {
    const change = changeIn(event);
    return change ? [{ ...change, ...changeKey(event.data.productId, event.version) }] : [];
  },
};

const changeIn = ({ type, data, metadata }: Recorded<HeardBy<'stock-history'>>): StockChange | undefined => {
  const at = metadata.occurredAt;
  switch (type) {
    case 'shop.stock-adjusted':
      return { at, change: data.change, stock: data.stock, reason: data.reason };
    case 'shop.stock-reserved':
      return { at, change: -data.quantity, stock: data.stock, reason: 'reserved', orderId: data.orderId };
    case 'shop.stock-released':
      return { at, change: data.quantity, stock: data.stock, reason: 'released', orderId: data.orderId };
    case 'shop.stock-returned':
      return { at, change: data.quantity, stock: data.stock, reason: 'returned', orderId: data.orderId };
    // What is free stays as it is; heard so that readers with a consistency token know how far the history is.
    case 'shop.stock-opened':
    case 'shop.stock-committed':
    case 'shop.stock-ran-low':
    case 'shop.alert-level-set':
      return undefined;
  }
};
