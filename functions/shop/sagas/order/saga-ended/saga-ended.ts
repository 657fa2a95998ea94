import * as z from 'zod';
import { telemetry } from '../../../../platform/telemetry.ts';
import { decideAbandoned } from '../../../domain/order/decide-attention.ts';
import type { OrderBook } from '../order-book.ts';
import { sagaContext } from '../saga-context.ts';
import { SagaInput } from '../step-input.ts';

/** The part of Step Functions' event that says which saga ended how. */
export const SagaEnded = z.object({
  time: z.coerce.date(),
  detail: z.object({
    status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']),
    input: z.string().transform((text) => SagaInput.parse(JSON.parse(text))),
    redriveCount: z.number().int().min(0).optional(),
  }),
});

/** An execution ended without its order: nobody works on it any more, so a person is called. */
export const sagaEnded =
  ({ book }: { book: OrderBook }) =>
  async ({ time: at, detail: { status, input, redriveCount = 0 } }: z.infer<typeof SagaEnded>): Promise<void> => {
    const { orderId, correlationId } = input;
    const reason = `execution-${status.toLowerCase().replaceAll('_', '-')}`;
    const { events } = await book.tell(sagaContext('saga-ended', { orderId, correlationId, at }), orderId, (order) => ({
      events: decideAbandoned({ reason, attempt: redriveCount }, order),
    }));
    if (events.length > 0) telemetry.count('SagaNeedsAttention', 1);
  };
