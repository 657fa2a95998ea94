import { decide } from '../platform/wire.ts';
import { gateway } from './payments/wire.ts';
import { authorizePayment } from './sagas/order/authorize-payment/authorize-payment.ts';
import { capturePayment } from './sagas/order/capture-payment/capture-payment.ts';
import { orderBook } from './sagas/order/order-book.ts';
import { refundPayment } from './sagas/order/refund-payment/refund-payment.ts';
import { voidPayment } from './sagas/order/void-payment/void-payment.ts';

const book = orderBook(decide);

/** What stands behind the steps of the saga that ask the gateway. */
export const orderSteps = {
  authorizePayment: authorizePayment({ book, gateway }),
  capturePayment: capturePayment({ book, gateway }),
  refundPayment: refundPayment({ book, gateway }),
  voidPayment: voidPayment({ book, gateway }),
};
