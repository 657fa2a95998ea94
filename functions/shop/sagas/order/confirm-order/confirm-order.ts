import type { OrderId } from '../../../../../events/ids.ts';
import { decideConfirm, type PickUp } from '../../../domain/order/decide-confirm.ts';
import { whenUnknown } from '../../../outside-fault.ts';
import type { Carrier } from '../../../shipping/port.ts';
import type { OrderBook } from '../order-book.ts';
import { sagaContext } from '../saga-context.ts';
import { answerOf, type StepAnswer } from '../step-answer.ts';
import type { StepInput } from '../step-input.ts';

interface Needs {
  book: OrderBook;
  carrier: Carrier;
}

/** The carrier is told to come, then the order is confirmed and its pieces are sold in one commit. */
export const confirmOrder =
  ({ book, carrier }: Needs) =>
  async (input: StepInput): Promise<StepAnswer> => {
    const begun = await book.begin('confirm-order', input);
    if (begun.outcome !== 'go') return answerOf(begun);
    const pickUp = await pickUpOf(carrier, input.orderId, input.at);
    const context = sagaContext('confirm-order', input);
    return answerOf(
      await book.tellWithStock(context, begun.order, (order, stocks) => decideConfirm(pickUp, order, stocks)),
    );
  };

const pickUpOf = (carrier: Carrier, orderId: OrderId, now: Date): Promise<PickUp> =>
  whenUnknown<PickUp>(
    () => carrier.confirm({ orderId }),
    async () => {
      const parcel = await carrier.lookUp(orderId, now);
      if (parcel?.status === 'confirmed' || parcel?.status === 'picked-up') return { outcome: 'confirmed' };
      return parcel?.status === 'refused' ? { outcome: 'refused', reason: parcel.reason } : undefined;
    },
  );
