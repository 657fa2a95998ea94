import { decideReleaseStock } from '../../../domain/order/decide-release-stock.ts';
import type { OrderBook } from '../order-book.ts';
import { sagaContext } from '../saga-context.ts';
import type { StepInput } from '../step-input.ts';

/** What was set aside or sold with the order is free again. */
export const releaseStock =
  ({ book }: { book: OrderBook }) =>
  async (input: StepInput): Promise<void> => {
    const context = sagaContext('release-stock', input);
    const order = await book.look(context, input.orderId);
    if (order.stock !== 'free') await book.tellWithStock(context, order, decideReleaseStock);
  };
