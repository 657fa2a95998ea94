import * as z from 'zod';
import { OrderId } from '../../../../events/ids.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { linesOfText } from '../../../platform/http/text.ts';

const MOST_CHARACTERS = 500;

export const cancelOrderEndpoint = endpoint('POST /api/orders/{orderId}/cancel', {
  summary: 'Cancels an order until it is shipped; for its member or a librarian. Asked again, nothing more happens',
  who: 'member',
  params: z.object({ orderId: OrderId }),
  body: z.strictObject({ reason: linesOfText(MOST_CHARACTERS).optional() }),
  answers: { 202: z.object({ orderId: OrderId, status: z.enum(['cancelling', 'cancelled']) }) },
  refusals: { 'not-found': 404, forbidden: 403, 'too-late-to-cancel': 409 },
});
