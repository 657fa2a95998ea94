import type { MemberId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import { json } from '../../../platform/http/answers.ts';
import { httpCommand } from '../../../platform/http/http-command.ts';
import { invalid } from '../../../platform/http/problem.ts';
import { personalEventStore } from '../../../platform/personal-wire.ts';
import { placeOrder } from '../../place-order-wire.ts';
import { placeOrderEndpoint } from './endpoint.ts';
import type { PlaceOrderRequest } from './request.ts';

/** A card the gateway will not have is a field to be filled in anew, not a refusal to be remembered. */
const placeOrTellField = async (wish: PlaceOrderRequest & { memberId: MemberId }, context: CommandContext) => {
  const outcome = await placeOrder(wish, context);
  if (outcome.outcome !== 'rejected') return outcome;
  const { reason } = outcome;
  if (reason === 'card-number-not-taken')
    return invalid(
      'payment.cardNumber',
      'is not taken here: send the paymentMethodId that the form of the gateway made',
    );
  if (reason === 'payment-method-unknown') return invalid('payment.paymentMethodId', 'is not known to the gateway');
  return { ...outcome, reason };
};

export const handler = httpCommand(personalEventStore, {
  ...placeOrderEndpoint,
  run: ({ body, caller }, context) => placeOrTellField({ ...body, memberId: caller.memberId }, context),
  answer: (order) => json(order, 202, { location: `/api/orders/${order.orderId}` }),
});
