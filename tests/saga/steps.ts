import type { PaymentGateway } from '../../functions/shop/payments/port.ts';
import { arrangeShipping } from '../../functions/shop/sagas/order/arrange-shipping/arrange-shipping.ts';
import { askCarrier } from '../../functions/shop/sagas/order/ask-carrier/ask-carrier.ts';
import { authorizePayment } from '../../functions/shop/sagas/order/authorize-payment/authorize-payment.ts';
import { callPerson } from '../../functions/shop/sagas/order/call-person/call-person.ts';
import { cancelShipping } from '../../functions/shop/sagas/order/cancel-shipping/cancel-shipping.ts';
import { capturePayment } from '../../functions/shop/sagas/order/capture-payment/capture-payment.ts';
import { closeOrder } from '../../functions/shop/sagas/order/close-order/close-order.ts';
import { confirmOrder } from '../../functions/shop/sagas/order/confirm-order/confirm-order.ts';
import type { Executions } from '../../functions/shop/sagas/order/executions.ts';
import type { OrderBook } from '../../functions/shop/sagas/order/order-book.ts';
import { recordGivenUp } from '../../functions/shop/sagas/order/record-given-up/record-given-up.ts';
import { refundPayment } from '../../functions/shop/sagas/order/refund-payment/refund-payment.ts';
import { releaseStock } from '../../functions/shop/sagas/order/release-stock/release-stock.ts';
import { reserveStock } from '../../functions/shop/sagas/order/reserve-stock/reserve-stock.ts';
import { GivenUpInput, StepInput, StuckInput, WaitingStepInput } from '../../functions/shop/sagas/order/step-input.ts';
import { voidPayment } from '../../functions/shop/sagas/order/void-payment/void-payment.ts';
import type { Carrier } from '../../functions/shop/shipping/port.ts';
import type { SagaFunction } from '../../infra/sagas/order-saga.ts';

export interface Needs {
  book: OrderBook;
  gateway: PaymentGateway;
  carrier: Carrier;
  executions: Executions;
}

/** What each function of the saga does with a payload. */
export type Steps = Readonly<Record<SagaFunction, (payload: unknown) => Promise<unknown>>>;

/** The real use cases, as their handlers run them. */
export const stepsOf = (needs: Needs): Steps => {
  const step = (run: (input: StepInput) => Promise<unknown>) => async (payload: unknown) =>
    run(StepInput.parse(payload));
  return {
    'reserve-stock': step(reserveStock(needs)),
    'authorize-payment': step(authorizePayment(needs)),
    'arrange-shipping': async (payload) => arrangeShipping(needs)(WaitingStepInput.parse(payload)),
    'ask-carrier': step(askCarrier(needs)),
    'capture-payment': step(capturePayment(needs)),
    'confirm-order': step(confirmOrder(needs)),
    'record-given-up': async (payload) => recordGivenUp(needs)(GivenUpInput.parse(payload)),
    'refund-payment': step(refundPayment(needs)),
    'cancel-shipping': step(cancelShipping(needs)),
    'void-payment': step(voidPayment(needs)),
    'release-stock': step(releaseStock(needs)),
    'close-order': step(closeOrder(needs)),
    'call-person': async (payload) => callPerson(needs)(StuckInput.parse(payload)),
  };
};
