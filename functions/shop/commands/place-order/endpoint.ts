import * as z from 'zod';
import { OrderId } from '../../../../events/ids.ts';
import { Money } from '../../../../events/money.ts';
import { OrderLine } from '../../../../events/shop/order-line.ts';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { PlaceOrderRequest } from './request.ts';

export const placeOrderEndpoint = endpoint('POST /api/orders', {
  summary: 'Orders from the shop; what becomes of it is told by the order itself',
  who: 'member',
  body: PlaceOrderRequest,
  answers: {
    202: z.object({ orderId: OrderId, status: z.literal('pending'), total: Money, items: z.array(OrderLine) }),
  },
  refusals: { 'product-not-found': 404 },
});
