import type { MemberId, OrderId } from '../../../../events/ids.ts';
import type { CommandContext } from '../../../platform/command-context.ts';
import type { commandLoop } from '../../../platform/command-loop.ts';
import type { Outcome } from '../../../platform/outcome.ts';
import { beginning, from } from '../../../platform/source.ts';
import { decidePlace } from '../../domain/order/decide-place.ts';
import { order } from '../../domain/order/order.ts';
import { product } from '../../domain/product/product.ts';
import { isFromOutside } from '../../outside-fault.ts';
import type { GivenCard, MethodAnswer, PaymentGateway } from '../../payments/port.ts';
import type { PlaceOrderRequest } from './request.ts';

interface Needs {
  newOrderId: () => OrderId;
  gateway: Pick<PaymentGateway, 'methodFor'>;
  decide: ReturnType<typeof commandLoop>;
}
type PlacedAnswer = Pick<Parameters<typeof decidePlace>[0], 'orderId'> & {
  status: 'pending';
  total: { amount: number; currency: 'JPY' };
  items: readonly object[];
};

type NotTaken = Extract<MethodAnswer, { outcome: 'not-taken' }>['reason'];

/** A well-formed request has exactly one of the two. */
const givenCard = ({ cardNumber = '', paymentMethodId }: PlaceOrderRequest['payment']): GivenCard =>
  paymentMethodId === undefined ? { cardNumber } : { paymentMethodId };

/** Prices the lines and writes the order down, if no product of it changed meanwhile; everything else is its saga's. */
export const placeOrder =
  ({ newOrderId, gateway, decide }: Needs) =>
  async (
    { items, payment: card, shippingAddress, memberId }: PlaceOrderRequest & { memberId: MemberId },
    context: CommandContext,
  ): Promise<Outcome<PlacedAnswer, 'product-not-found' | NotTaken>> => {
    const taken = await methodFor(gateway, givenCard(card));
    if (!taken) return { outcome: 'busy' };
    if (taken.outcome === 'not-taken') return { outcome: 'rejected', reason: taken.reason };
    const { outcome: _, ...payment } = taken;
    const orderId = newOrderId();
    const { line2, ...rest } = shippingAddress;
    const address = { ...rest, ...(line2 !== undefined && { line2 }) };
    const sources = {
      order: beginning('order', orderId, order),
      products: items.map(({ productId }) => from('product', productId, product)),
    };
    return decide(context, sources, ({ products }) => {
      const decision = decidePlace({ orderId, memberId, items, payment, shippingAddress: address }, products);
      if (decision.outcome === 'rejected') return decision;
      const { total, lines } = decision.events[0].data;
      const answer = { orderId, status: 'pending' as const, total, items: lines };
      return { outcome: 'accepted', events: { order: decision.events }, answer };
    });
  };

/** Undefined when the gateway could not be asked just now. */
const methodFor = async (gateway: Needs['gateway'], card: GivenCard): Promise<MethodAnswer | undefined> => {
  try {
    return await gateway.methodFor(card);
  } catch (error) {
    if (isFromOutside(error)) return undefined;
    throw error;
  }
};
