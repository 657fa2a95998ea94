import { decideArranged, decideNotTaken, decideUnanswered } from '../../../domain/order/decide-arranged.ts';
import type { Carrier } from '../../../shipping/port.ts';
import type { OrderBook } from '../order-book.ts';
import { sagaContext } from '../saga-context.ts';
import { answerOf, type StepAnswer } from '../step-answer.ts';
import type { StepInput } from '../step-input.ts';

interface Needs {
  book: OrderBook;
  carrier: Carrier;
}

/** No answer came: the carrier is asked what became of the request. */
export const askCarrier =
  ({ book, carrier }: Needs) =>
  async (input: StepInput): Promise<StepAnswer> => {
    const parcel = await carrier.lookUp(input.orderId, input.at);
    const context = sagaContext('arrange-shipping', input);
    return answerOf(
      await book.tell(context, input.orderId, (order) => {
        if (parcel === undefined || parcel.status === 'cancelled') return decideUnanswered(order);
        if (parcel.status === 'refused') return decideNotTaken(order, parcel.reason);
        return decideArranged(order, parcel.shipment);
      }),
    );
  };
