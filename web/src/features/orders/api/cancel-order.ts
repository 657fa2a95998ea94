import * as z from 'zod';
import { sendCommand } from '../../../lib/http/send-command.ts';
import { orderPath } from './get-order.ts';
import { ORDER_READS } from './order-reads.ts';

/** What the shop answers is what its next read says anyway. */
const Accepted = z.unknown();

export const cancelOrder =
  (orderId: string) =>
  (reason: string, key: string): Promise<unknown> =>
    sendCommand({
      method: 'POST',
      path: `${orderPath(orderId)}/cancel`,
      body: reason === '' ? {} : { reason },
      key,
      answer: Accepted,
      seenBy: ORDER_READS,
    });
