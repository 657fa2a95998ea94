import { telemetry } from '../../../../platform/telemetry.ts';
import { decideAttention } from '../../../domain/order/decide-attention.ts';
import type { OrderBook } from '../order-book.ts';
import { sagaContext } from '../saga-context.ts';
import type { StuckInput } from '../step-input.ts';

/** Ends the execution as failed, where a person can look at it and redrive it. */
export class NeedsAttention extends Error {
  override readonly name = 'NeedsAttention';
}

/** Giving back failed for good: a person is called, and the execution fails here. Redriven, it goes on. */
export const callPerson =
  ({ book }: { book: OrderBook }) =>
  async (input: StuckInput): Promise<{ outcome: 'goes-on' | 'over' }> => {
    const { orderId, step, error: reason, redrives: attempt } = input;
    const { outcome, events } = await book.tell(sagaContext('needs-attention', input), orderId, (order) =>
      decideAttention({ step, reason, attempt }, order),
    );
    if (outcome !== 'waits') return { outcome };
    if (events.length > 0) telemetry.count('SagaNeedsAttention', 1);
    throw new NeedsAttention(`${orderId} waits for a person at ${step}: ${reason}`);
  };
