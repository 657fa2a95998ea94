import { decideRefunded } from '../../../domain/order/decide-refunded.ts';
import { mustBeGivenBack } from '../../../domain/order/order.ts';
import type { PaymentGateway } from '../../../payments/port.ts';
import type { OrderBook } from '../order-book.ts';
import { sagaContext } from '../saga-context.ts';
import type { StepInput } from '../step-input.ts';

interface Needs {
  book: OrderBook;
  gateway: PaymentGateway;
}

/** Money that moved goes back. The gateway is asked whether it moved: the step that took it may not have lived to tell. */
export const refundPayment =
  ({ book, gateway }: Needs) =>
  async (input: StepInput): Promise<void> => {
    const context = sagaContext('refund-payment', input);
    const order = await book.look(context, input.orderId);
    const mayHaveMoved = order.payment === 'authorized' || order.payment === 'captured';
    if (!mayHaveMoved || !mustBeGivenBack(order)) return;
    const { orderId, total: amount } = order;
    const payment = await gateway.lookUp(orderId);
    if (payment?.status === 'captured') await gateway.refund({ orderId, amount });
    else if (payment?.status !== 'refunded') return;
    await book.tell(context, orderId, (now) => ({ events: decideRefunded(now) }));
  };
