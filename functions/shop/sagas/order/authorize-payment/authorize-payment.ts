import { decideAuthorized, decideDeclined } from '../../../domain/order/decide-authorized.ts';
import type { PlacedOrder } from '../../../domain/order/order.ts';
import { whenUnknown } from '../../../outside-fault.ts';
import type { Authorization, PaymentGateway } from '../../../payments/port.ts';
import type { OrderBook } from '../order-book.ts';
import { sagaContext } from '../saga-context.ts';
import { answerOf, type StepAnswer } from '../step-answer.ts';
import type { StepInput } from '../step-input.ts';

interface Needs {
  book: OrderBook;
  gateway: PaymentGateway;
}

/** The member's bank promises the money; when no answer comes the gateway is asked what became of it. */
export const authorizePayment =
  ({ book, gateway }: Needs) =>
  async (input: StepInput): Promise<StepAnswer> => {
    const begun = await book.begin('authorize-payment', input);
    if (begun.outcome !== 'go') return answerOf(begun);
    const authorization = await authorizationOf(gateway, begun.order);
    const context = sagaContext('authorize-payment', input);
    return answerOf(
      await book.tell(context, input.orderId, (order) =>
        authorization.outcome === 'authorized'
          ? decideAuthorized(order, authorization.authorizationId)
          : decideDeclined(order, authorization.reason),
      ),
    );
  };

const authorizationOf = (gateway: PaymentGateway, { orderId, method, total }: PlacedOrder): Promise<Authorization> =>
  whenUnknown(
    () => gateway.authorize({ orderId, method, amount: total }),
    async () => {
      const payment = await gateway.lookUp(orderId);
      if (payment?.status === 'authorized') return { outcome: 'authorized', authorizationId: payment.authorizationId };
      return payment?.reason && { outcome: 'declined', reason: payment.reason };
    },
  );
