import { decideArranged, decideNotTaken } from '../../../domain/order/decide-arranged.ts';
import type { CarrierAnswer } from '../../../shipping/port.ts';
import type { Executions } from '../executions.ts';
import type { OrderBook } from '../order-book.ts';
import { sagaContext } from '../saga-context.ts';
import { answerOf } from '../step-answer.ts';

interface Needs {
  book: OrderBook;
  executions: Executions;
  correlationOf: (orderId: CarrierAnswer['orderId']) => Promise<string>;
}

/** What the carrier says goes to the order first, then to the step that waits; late or twice, it changes nothing. */
export const carrierAnswered =
  ({ book, executions, correlationOf }: Needs) =>
  async (answer: CarrierAnswer, at: Date): Promise<void> => {
    const { orderId } = answer;
    const context = sagaContext('carrier-answered', { orderId, correlationId: await correlationOf(orderId), at });
    const decision = await book.tell(context, orderId, (order) =>
      answer.outcome === 'arranged' ? decideArranged(order, answer.shipment) : decideNotTaken(order, answer.reason),
    );
    await executions.answer(answer.replyTo, answerOf(decision));
  };
