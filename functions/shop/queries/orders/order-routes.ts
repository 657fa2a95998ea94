import { partsOf } from '../../../../events/stream-name.ts';
import { isStaff } from '../../../platform/http/caller.ts';
import { route } from '../../../platform/http/http-query.ts';
import { refuse } from '../../../platform/http/problem.ts';
import type { ReadableView } from '../../../platform/view-store/port.ts';
import { OrderRow, orderKey, ordersOf } from '../../projections/orders/view.ts';
import { shownOrder } from '../../shown-order.ts';
import { orderEndpoint, ordersEndpoint, ownOrdersEndpoint } from './endpoints.ts';
import { listFor, matches } from './filter.ts';
import { orderPage } from './order-page.ts';

/** The reads of orders. */
export const orderRoutes = (orders: Pick<ReadableView, 'get' | 'query'>) => {
  const watermark = () => ({
    categories: ['order'],
    position: async (stream: string) => (await orders.get(orderKey(partsOf(stream).id))).guard,
  });
  return {
    [orderEndpoint.route]: route({
      ...orderEndpoint,
      watermark,
      read: async ({ params: { orderId }, caller }) => {
        const { row } = await orders.get(orderKey(orderId));
        if (!row) return undefined;
        const order = OrderRow.parse(row);
        if (order.memberId !== caller.memberId && !isStaff(caller)) return refuse(403, 'forbidden');
        return shownOrder(order);
      },
    }),
    [ownOrdersEndpoint.route]: route({
      ...ownOrdersEndpoint,
      watermark,
      read: ({ query, caller: { memberId }, http }) => orderPage(orders, ordersOf(memberId), query, http),
    }),
    [ordersEndpoint.route]: route({
      ...ordersEndpoint,
      watermark,
      read: ({ query, http }) => orderPage(orders, listFor(query), query, http, (order) => matches(order, query)),
    }),
  };
};
