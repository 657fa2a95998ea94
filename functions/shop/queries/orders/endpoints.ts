import * as z from 'zod';
import { BusinessDay } from '../../../../events/business-day.ts';
import { OrderId, ProductId } from '../../../../events/ids.ts';
import { paging } from '../../../platform/http/cursor.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { pageOf } from '../../../platform/http/page.ts';
import { lineOfText } from '../../../platform/http/text.ts';
import { inOrder, ONE_AFTER_THE_OTHER } from '../../days.ts';
import { OrderStatus } from '../../projections/orders/view.ts';
import { ShownOrder } from '../../shown-order.ts';

const OrderPage = pageOf(ShownOrder);

export const orderEndpoint = endpoint('GET /api/orders/{orderId}', {
  summary: 'One order, with all that happened to it; for its member and for librarians',
  who: 'member',
  params: z.object({ orderId: OrderId }),
  answers: { 200: ShownOrder },
  refusals: { 'not-found': 404, forbidden: 403 },
});

export const ownOrdersEndpoint = endpoint('GET /api/me/orders', {
  summary: 'The orders of the caller, newest first',
  who: 'member',
  query: z.object(paging()),
  answers: { 200: OrderPage },
});

/** What orders are looked for by; all of it holds of each that is found. Days are those of placing, both inclusive. */
const filter = {
  status: OrderStatus.optional(),
  productId: ProductId.optional(),
  from: BusinessDay.optional(),
  to: BusinessDay.optional(),
  /** Part of an order's id, of a product's name or of a tracking number, without case. */
  q: lineOfText(200).optional(),
};
export type OrderFilter = z.infer<z.ZodObject<typeof filter>>;

export const ordersEndpoint = endpoint('GET /api/orders', {
  summary: 'Orders of everybody, newest first; a page may be short, or empty, while there are more to look through',
  who: 'librarian',
  query: z.object({ ...filter, ...paging() }).refine(inOrder, ONE_AFTER_THE_OTHER),
  answers: { 200: OrderPage },
});
