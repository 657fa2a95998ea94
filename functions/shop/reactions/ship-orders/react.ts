import { addDays, type BusinessDay } from '../../../../events/business-day.ts';
import type { Recorded } from '../../../../events/envelope.ts';
import type { OrderId } from '../../../../events/ids.ts';
import type { HeardBy } from '../../../../events/subscriptions.ts';
import { becauseOf } from '../../../platform/reaction-context.ts';
import { decideShip } from '../../domain/order/decide-ship.ts';
import type { OrderBook } from '../../sagas/order/order-book.ts';
import type { Carrier } from '../../shipping/port.ts';

interface Needs {
  /** Orders confirmed on a day or before it, and not shipped as far as was heard. */
  ordersToBeShipped: (until: BusinessDay) => AsyncIterable<OrderId>;
  book: OrderBook;
  carrier: Pick<Carrier, 'lookUp'>;
}

/** Each morning the carrier is asked for the parcels of the days before; what it has picked up is shipped. */
export const shipOrders =
  ({ ordersToBeShipped, book, carrier }: Needs) =>
  async (event: Recorded<HeardBy<'ship-orders'>>): Promise<void> => {
    for await (const orderId of ordersToBeShipped(addDays(event.data.day, -1))) {
      const context = becauseOf(event, 'ship-orders', orderId);
      const parcel = await carrier.lookUp(orderId, context.now);
      if (parcel?.status === 'picked-up') await book.tell(context, orderId, (order) => ({ events: decideShip(order) }));
    }
  };
