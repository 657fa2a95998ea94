import { partsOf } from '../../../../events/stream-name.ts';
import { isStaff } from '../../../platform/http/caller.ts';
import { route } from '../../../platform/http/http-query.ts';
import { refuse } from '../../../platform/http/problem.ts';
import type { ReadableView } from '../../../platform/view-store/port.ts';
import { OrderRow, orderKey, ordersOf } from '../../projections/orders/view.ts';
import { shownOrder } from '../../shown-order.ts';
import { orderEndpoint, ordersEndpoint, ownOrdersEndpoint } from './endpoints.ts';
import { isPlacedOn, listFor, matches, soughtId } from './filter.ts';
import { orderPage } from './order-page.ts';

/** The reads of orders. */
export const orderRoutes = (orders: Pick<ReadableView, 'get' | 'query'>) => {
  const watermark = () => ({
    categories: ['order'],
    position: async (stream: string) => (await orders.get(orderKey(partsOf(stream).id))).guard,
  });
  const find = async (orderId: string) => {
    const { row } = await orders.get(orderKey(orderId));
    return row && OrderRow.parse(row);
  };
  return {
    [orderEndpoint.route]: route({
      ...orderEndpoint,
      watermark,
      read: async ({ params: { orderId }, caller }) => {
        const order = await find(orderId);
        if (!order) return undefined;
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
      read: async ({ query, http }) => {
        const id = soughtId(query);
        if (id === undefined) return orderPage(orders, listFor(query), query, http, (order) => matches(order, query));
        const order = await find(id);
        const isFound = order !== undefined && isPlacedOn(order, query) && matches(order, query);
        return { items: isFound ? [shownOrder(order)] : [], nextCursor: null };
      },
    }),
  };
};
