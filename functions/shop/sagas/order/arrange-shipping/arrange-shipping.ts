import { isAddressErased } from '../../../domain/order/decide-arranged.ts';
import { refusedBecause } from '../../../domain/order/go-on.ts';
import { type PlacedOrder, piecesOf } from '../../../domain/order/order.ts';
import type { Carrier } from '../../../shipping/port.ts';
import type { Executions } from '../executions.ts';
import type { OrderBook } from '../order-book.ts';
import { sagaContext } from '../saga-context.ts';
import { answerOf } from '../step-answer.ts';
import type { WaitingStepInput } from '../step-input.ts';

interface Needs {
  book: OrderBook;
  carrier: Carrier;
  executions: Executions;
}

/**
 * The carrier is asked, and answers later (`carrier-answered`). What needs no carrier this answers itself: the state
 * machine hears only who answers its token.
 */
export const arrangeShipping =
  ({ book, carrier, executions }: Needs) =>
  async (input: WaitingStepInput): Promise<void> => {
    const begun = await book.begin('arrange-shipping', input);
    if (begun.outcome !== 'go') return executions.answer(input.replyTo, answerOf(begun));
    const { order } = begun;
    if (order.parcel === 'arranged') return executions.answer(input.replyTo, { outcome: 'done' });
    if (isAddressErased(order)) return executions.answer(input.replyTo, await refuseFor(book, input, order));
    const { orderId, shippingAddress: address } = order;
    await carrier.arrange({ orderId, pieces: piecesOf(order), address, replyTo: input.replyTo, now: input.at });
  };

const refuseFor = async (book: OrderBook, input: WaitingStepInput, { orderId }: PlacedOrder) =>
  answerOf(
    await book.tell(sagaContext('arrange-shipping', input), orderId, (order) =>
      refusedBecause(order, 'arrange-shipping', 'address-erased'),
    ),
  );
