import { decideShippingCancelled } from '../../../domain/order/decide-shipping-cancelled.ts';
import { mustBeGivenBack } from '../../../domain/order/order.ts';
import type { Carrier } from '../../../shipping/port.ts';
import type { OrderBook } from '../order-book.ts';
import { sagaContext } from '../saga-context.ts';
import type { StepInput } from '../step-input.ts';

interface Needs {
  book: OrderBook;
  carrier: Carrier;
}

/** A parcel that nobody may have is on its way: a person must get it back. */
export class ParcelOnItsWay extends Error {
  override readonly name = 'ParcelOnItsWay';
}

/**
 * No parcel after all, also when the carrier has only been asked: the request may still be under way. A parcel on its way
 * calls for a person; when one has had the saga go on, it is settled.
 */
export const cancelShipping =
  ({ book, carrier }: Needs) =>
  async (input: StepInput): Promise<void> => {
    const context = sagaContext('cancel-shipping', input);
    const order = await book.look(context, input.orderId);
    if (order.parcel === 'cancelled' || !mustBeGivenBack(order)) return;
    const { orderId } = order;
    const parcel = await carrier.lookUp(orderId, input.at);
    if (parcel?.status === 'refused') {
      // It took none to begin with; one that it had promised is off all the same.
      if (order.parcel === 'none') return;
    } else if (parcel?.status !== 'cancelled') {
      const { outcome } = await carrier.cancel({ orderId });
      if (outcome === 'too-late' && order.resumed === 0) throw new ParcelOnItsWay(orderId);
    }
    await book.tell(context, orderId, (now) => ({ events: decideShippingCancelled(now) }));
  };
