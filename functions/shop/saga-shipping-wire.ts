import { decide } from '../platform/wire.ts';
import { askCarrier } from './sagas/order/ask-carrier/ask-carrier.ts';
import { cancelShipping } from './sagas/order/cancel-shipping/cancel-shipping.ts';
import { confirmOrder } from './sagas/order/confirm-order/confirm-order.ts';
import { orderBook } from './sagas/order/order-book.ts';
import { carrier } from './shipping/wire.ts';

const book = orderBook(decide);

/** What stands behind the steps of the saga that ask the carrier and need no address. */
export const orderSteps = {
  askCarrier: askCarrier({ book, carrier }),
  confirmOrder: confirmOrder({ book, carrier }),
  cancelShipping: cancelShipping({ book, carrier }),
};
