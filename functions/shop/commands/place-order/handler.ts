import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { personalEventStore } from '../../../platform/personal-wire.ts';
import { placeOrder } from '../../place-order-wire.ts';
import { placeOrderEndpoint } from './endpoint.ts';

export const handler = httpCommand(personalEventStore, {
  ...placeOrderEndpoint,
  run: ({ body, caller }, context) => placeOrder({ ...body, memberId: caller.memberId }, context),
  answer: (order) => json(order, 202, { location: `/api/orders/${order.orderId}` }),
});
