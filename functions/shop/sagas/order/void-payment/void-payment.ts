import { decideRefunded, decideVoided } from '../../../domain/order/decide-refunded.ts';
import { mustBeGivenBack, type OrderEvent, type PlacedOrder } from '../../../domain/order/order.ts';
import type { PaymentGateway } from '../../../payments/port.ts';
import type { OrderBook } from '../order-book.ts';
import { sagaContext } from '../saga-context.ts';
import type { StepInput } from '../step-input.ts';

interface Needs {
  book: OrderBook;
  gateway: PaymentGateway;
}

/**
 * The bank's promise is let go, also one that is still being asked for. Only after this can no money move any more: what
 * moved in the meantime is found now, and goes back.
 */
export const voidPayment =
  ({ book, gateway }: Needs) =>
  async (input: StepInput): Promise<void> => {
    const context = sagaContext('void-payment', input);
    const order = await book.look(context, input.orderId);
    const mayBePromised = order.payment === 'none' || order.payment === 'authorized';
    if (!mayBePromised || !mustBeGivenBack(order)) return;
    const eventsOf = await letGo(gateway, order);
    await book.tell(context, input.orderId, (now) => ({ events: eventsOf(now) }));
  };

const letGo = async (
  gateway: PaymentGateway,
  { orderId, total: amount }: PlacedOrder,
): Promise<(order: PlacedOrder) => readonly OrderEvent[]> => {
  await gateway.void({ orderId });
  const payment = await gateway.lookUp(orderId);
  if (payment?.status === 'declined') return () => [];
  if (payment?.status === 'captured') await gateway.refund({ orderId, amount });
  return payment?.status === 'captured' || payment?.status === 'refunded' ? decideRefunded : decideVoided;
};
