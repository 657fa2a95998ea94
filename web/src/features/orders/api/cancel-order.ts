import * as z from 'zod';
import { sendCommand } from '../../../lib/http/send-command.ts';
import { orderPath } from './get-order.ts';
import { ORDER_READS } from './order-reads.ts';

const Accepted = z.object({ orderId: z.string(), status: z.enum(['cancelling', 'cancelled']) });
export type Accepted = z.infer<typeof Accepted>;

export const cancelOrder =
  (orderId: string) =>
  (reason: string, key: string): Promise<Accepted> =>
    sendCommand({
      method: 'POST',
      path: `${orderPath(orderId)}/cancel`,
      body: reason === '' ? {} : { reason },
      key,
      answer: Accepted,
      seenBy: ORDER_READS,
    });
