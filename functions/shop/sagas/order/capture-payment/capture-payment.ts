import { decideCaptured } from '../../../domain/order/decide-captured.ts';
import { whenUnknown } from '../../../outside-fault.ts';
import type { PaymentGateway } from '../../../payments/port.ts';
import type { OrderBook } from '../order-book.ts';
import { sagaContext } from '../saga-context.ts';
import { answerOf, type StepAnswer } from '../step-answer.ts';
import type { StepInput } from '../step-input.ts';

interface Needs {
  book: OrderBook;
  gateway: PaymentGateway;
}

/** The money moves; when no answer comes the gateway is asked whether it has. */
export const capturePayment =
  ({ book, gateway }: Needs) =>
  async (input: StepInput): Promise<StepAnswer> => {
    const begun = await book.begin('capture-payment', input);
    if (begun.outcome !== 'go') return answerOf(begun);
    const { orderId, total: amount } = begun.order;
    await whenUnknown(
      async () => {
        await gateway.capture({ orderId, amount });
        return 'captured';
      },
      async () => ((await gateway.lookUp(orderId))?.status === 'captured' ? 'captured' : undefined),
    );
    return answerOf(await book.tell(sagaContext('capture-payment', input), orderId, decideCaptured));
  };
