import { json } from '../../../platform/http/answers.ts';
import { isStaff } from '../../../platform/http/caller.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { personalEventStore } from '../../../platform/personal-wire.ts';
import { cancelOrder } from '../../cancel-order-wire.ts';
import { cancelOrderEndpoint } from './endpoint.ts';

export const handler = httpCommand(personalEventStore, {
  ...cancelOrderEndpoint,
  run: ({ params: { orderId }, body: { reason = '' }, caller }, context) =>
    cancelOrder({ orderId, reason, caller: { memberId: caller.memberId, isStaff: isStaff(caller) } }, context),
  answer: (order) => json(order, 202),
});
