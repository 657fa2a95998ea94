import { decide } from '../platform/wire.ts';
import { callPerson } from './sagas/order/call-person/call-person.ts';
import { closeOrder } from './sagas/order/close-order/close-order.ts';
import { orderBook } from './sagas/order/order-book.ts';
import { recordGivenUp } from './sagas/order/record-given-up/record-given-up.ts';
import { releaseStock } from './sagas/order/release-stock/release-stock.ts';
import { reserveStock } from './sagas/order/reserve-stock/reserve-stock.ts';
import { sagaEnded } from './sagas/order/saga-ended/saga-ended.ts';

const book = orderBook(decide);

/** What stands behind the steps of the saga that ask nobody outside. */
export const orderSteps = {
  reserveStock: reserveStock({ book }),
  recordGivenUp: recordGivenUp({ book }),
  releaseStock: releaseStock({ book }),
  closeOrder: closeOrder({ book }),
  callPerson: callPerson({ book }),
  sagaEnded: sagaEnded({ book }),
};
