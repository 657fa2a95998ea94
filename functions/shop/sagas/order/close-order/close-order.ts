import { telemetry } from '../../../../platform/telemetry.ts';
import { decideClose } from '../../../domain/order/decide-close.ts';
import type { OrderBook } from '../order-book.ts';
import { sagaContext } from '../saga-context.ts';
import type { StepInput } from '../step-input.ts';

/** The order ends, and its member can be told. */
export const closeOrder =
  ({ book }: { book: OrderBook }) =>
  async (input: StepInput): Promise<void> => {
    const { events } = await book.tell(sagaContext('close-order', input), input.orderId, (order) => {
      const decision = decideClose(order);
      if (decision.outcome === 'rejected') throw new Error(`${order.orderId}: ${decision.reason}`);
      return decision;
    });
    if (events.length > 0) telemetry.count('SagaCompensated', 1);
  };
