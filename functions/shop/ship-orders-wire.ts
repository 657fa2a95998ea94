import { decide, view } from '../platform/wire.ts';
import { ordersToBeShipped } from './projections/orders/to-be-shipped.ts';
import { shipOrders as shipping } from './reactions/ship-orders/react.ts';
import { orderBook } from './sagas/order/order-book.ts';
import { carrier } from './shipping/wire.ts';

/** What stands behind the shipping of orders; apart from the saga, which reads no view. */
export const shipOrders = shipping({
  ordersToBeShipped: (until) => ordersToBeShipped(view('orders'), until),
  book: orderBook(decide),
  carrier,
});
