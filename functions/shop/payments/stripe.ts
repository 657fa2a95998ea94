import type Stripe from 'stripe';
import type { OrderId } from '../../../events/ids.ts';
import { type Money, yen } from '../../../events/money.ts';
import type { Book } from '../books/port.ts';
import { PaymentConflict } from './conflict.ts';
import type { PaymentGateway } from './port.ts';
import { authorizationIn, declineOf, faultOf, isUnexpectedState, paymentIn } from './stripe-answers.ts';
import { type Intent, type IntentLine, noting, voiding } from './stripe-intents.ts';
import { stripeMethod } from './stripe-methods.ts';

const NEVER: Awaited<ReturnType<PaymentGateway['authorize']>> = { outcome: 'declined', reason: 'card-declined' };
const keyed = (orderId: OrderId, call: string) => ({ idempotencyKey: `${orderId}#${call}` });
const LOOKING = { expand: ['latest_charge'] };

/** The gateway on Stripe: one payment intent per order, confirmed once, captured later. */
export const stripeGateway = (
  stripe: Stripe,
  intents: Book<IntentLine>,
  { isLive }: { isLive: boolean },
): PaymentGateway => {
  const intentOf = async (orderId: OrderId, amount: Money): Promise<Intent> => {
    const intent = (await intents.read(orderId))?.intent;
    if (!intent) throw new PaymentConflict('nobody asked for this payment');
    if (intent.amount.amount !== amount.amount) throw new PaymentConflict(`another amount: ${amount.amount}`);
    return intent;
  };
  const seen = (id: string) => stripe.paymentIntents.retrieve(id, LOOKING);
  const begin = async (orderId: OrderId, method: string, amount: Money): Promise<IntentLine> => {
    const known = await intents.read(orderId);
    if (known) return known;
    const asked = {
      amount: amount.amount,
      currency: amount.currency.toLowerCase(),
      payment_method: method,
      payment_method_types: ['card'],
      capture_method: 'manual' as const,
      metadata: { orderId },
    };
    const { id } = await stripe.paymentIntents.create(asked, keyed(orderId, 'begin'));
    return intents.turn(orderId, noting({ id, method, amount }));
  };
  /** Does it, unless the intent is past it: then its state says whether it was done. */
  const unlessDone = async (
    id: string,
    done: (intent: Stripe.PaymentIntent) => boolean,
    call: () => Promise<unknown>,
  ) => {
    try {
      await call();
    } catch (error) {
      if (!isUnexpectedState(error)) throw error;
      const intent = await seen(id);
      if (!done(intent)) throw new PaymentConflict(`the intent is ${intent.status}`);
    }
  };
  const authorize: PaymentGateway['authorize'] = async ({ orderId, method, amount }) => {
    const { intent, isVoided } = await begin(orderId, method, amount);
    if (!intent || isVoided) return NEVER;
    if (intent.method !== method || intent.amount.amount !== amount.amount)
      throw new PaymentConflict('the payment of this order was asked for with other words');
    try {
      const asked = { error_on_requires_action: true };
      return authorizationIn(await stripe.paymentIntents.confirm(intent.id, asked, keyed(orderId, 'authorize')));
    } catch (error) {
      const decline = declineOf(error);
      if (decline) return decline;
      if (isUnexpectedState(error)) return authorizationIn(await seen(intent.id));
      throw error;
    }
  };
  return inWordsOfThePort({
    methodFor: (card) => stripeMethod(stripe, isLive, card),
    authorize,
    async capture({ orderId, amount }) {
      const { id } = await intentOf(orderId, amount);
      const capture = () => stripe.paymentIntents.capture(id, {}, keyed(orderId, 'capture'));
      await unlessDone(id, ({ status }) => status === 'succeeded', capture);
    },
    async void({ orderId }) {
      const intent = await intents.turn(orderId, voiding);
      if (!intent || !canBeVoided(await seen(intent.id))) return;
      const cancel = () => stripe.paymentIntents.cancel(intent.id, {}, keyed(orderId, 'void'));
      await unlessDone(intent.id, (found) => !canBeVoided(found), cancel);
    },
    async refund({ orderId, amount }) {
      const { id } = await intentOf(orderId, amount);
      const payment = paymentIn(await seen(id));
      if (payment?.status === 'refunded') return;
      if (payment?.status !== 'captured') throw new PaymentConflict(`nothing to refund: ${payment?.status}`);
      const refund = () => stripe.refunds.create({ payment_intent: id }, keyed(orderId, 'refund'));
      await unlessDone(id, (found) => paymentIn(found)?.status === 'refunded', refund);
    },
    async lookUp(orderId) {
      const line = await intents.read(orderId);
      const payment = line?.intent && paymentIn(await seen(line.intent.id));
      if (payment || !line?.isVoided) return payment;
      return { status: 'voided', authorizationId: '', captured: yen(0), refunded: yen(0) };
    },
  });
};

/** Money that moved stays, and what was declined holds none. */
const canBeVoided = ({ status, last_payment_error }: Stripe.PaymentIntent): boolean =>
  status === 'requires_capture' ||
  status === 'requires_confirmation' ||
  status === 'requires_action' ||
  (status === 'requires_payment_method' && !last_payment_error);

const inWordsOfThePort = (gateway: PaymentGateway): PaymentGateway => {
  const told = <Answer>(call: Promise<Answer>): Promise<Answer> =>
    call.catch((error: unknown) => {
      throw faultOf(error);
    });
  return {
    methodFor: (card) => told(gateway.methodFor(card)),
    authorize: (request) => told(gateway.authorize(request)),
    capture: (request) => told(gateway.capture(request)),
    void: (request) => told(gateway.void(request)),
    refund: (request) => told(gateway.refund(request)),
    lookUp: (orderId) => told(gateway.lookUp(orderId)),
  };
};
