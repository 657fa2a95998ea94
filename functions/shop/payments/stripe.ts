import type Stripe from 'stripe';
import type { OrderId } from '../../../events/ids.ts';
import { type Money, yen } from '../../../events/money.ts';
import type { Book } from '../books/port.ts';
import { PaymentConflict } from './conflict.ts';
import type { PaymentGateway } from './port.ts';
import { authorizationIn, declineOf, faultOf, isUnexpectedState, paymentIn } from './stripe-answers.ts';
import { type Intent, type IntentLine, noting, voiding } from './stripe-intents.ts';
import { stripeMethod } from './stripe-methods.ts';

/** Stripe, and our note of which intent belongs to which order. */
interface Desk {
  stripe: Stripe;
  intents: Book<IntentLine>;
}
type Call<Name extends keyof PaymentGateway> = (desk: Desk) => PaymentGateway[Name];

const NEVER: Awaited<ReturnType<PaymentGateway['authorize']>> = { outcome: 'declined', reason: 'card-declined' };
const keyed = (orderId: OrderId, call: string) => ({ idempotencyKey: `${orderId}#${call}` });
const seen = ({ stripe }: Desk, id: string) => stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] });

const begin = async (
  { stripe, intents }: Desk,
  orderId: OrderId,
  method: string,
  amount: Money,
): Promise<IntentLine> => {
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

const authorize: Call<'authorize'> =
  (desk) =>
  async ({ orderId, method, amount }) => {
    const { intent, isVoided } = await begin(desk, orderId, method, amount);
    if (!intent || isVoided) return NEVER;
    if (intent.method !== method || intent.amount.amount !== amount.amount)
      throw new PaymentConflict('the payment of this order was asked for with other words');
    try {
      const asked = { error_on_requires_action: true };
      return authorizationIn(await desk.stripe.paymentIntents.confirm(intent.id, asked, keyed(orderId, 'authorize')));
    } catch (error) {
      const decline = declineOf(error);
      if (decline) return decline;
      if (isUnexpectedState(error)) return authorizationIn(await seen(desk, intent.id));
      throw error;
    }
  };

const intentOf = async ({ intents }: Desk, orderId: OrderId, amount: Money): Promise<Intent> => {
  const intent = (await intents.read(orderId))?.intent;
  if (!intent) throw new PaymentConflict('nobody asked for this payment');
  if (intent.amount.amount !== amount.amount) throw new PaymentConflict(`another amount: ${amount.amount}`);
  return intent;
};

/** Does it, unless the intent is past it: then its state says whether it was done. */
const unlessDone = async (
  desk: Desk,
  id: string,
  isDone: (intent: Stripe.PaymentIntent) => boolean,
  call: () => Promise<unknown>,
): Promise<void> => {
  try {
    await call();
  } catch (error) {
    if (!isUnexpectedState(error)) throw error;
    const intent = await seen(desk, id);
    if (!isDone(intent)) throw new PaymentConflict(`the intent is ${intent.status}`);
  }
};

const capture: Call<'capture'> =
  (desk) =>
  async ({ orderId, amount }) => {
    const { id } = await intentOf(desk, orderId, amount);
    const call = () => desk.stripe.paymentIntents.capture(id, {}, keyed(orderId, 'capture'));
    await unlessDone(desk, id, ({ status }) => status === 'succeeded', call);
  };

/** Money that moved stays, and what was declined holds none. */
const canBeVoided = ({ status, last_payment_error }: Stripe.PaymentIntent): boolean =>
  status === 'requires_capture' ||
  status === 'requires_confirmation' ||
  status === 'requires_action' ||
  (status === 'requires_payment_method' && !last_payment_error);

const voidIt: Call<'void'> =
  (desk) =>
  async ({ orderId }) => {
    const intent = await desk.intents.turn(orderId, voiding);
    if (!intent || !canBeVoided(await seen(desk, intent.id))) return;
    const call = () => desk.stripe.paymentIntents.cancel(intent.id, {}, keyed(orderId, 'void'));
    await unlessDone(desk, intent.id, (found) => !canBeVoided(found), call);
  };

const refund: Call<'refund'> =
  (desk) =>
  async ({ orderId, amount }) => {
    const { id } = await intentOf(desk, orderId, amount);
    const payment = paymentIn(await seen(desk, id));
    if (payment?.status === 'refunded') return;
    if (payment?.status !== 'captured') throw new PaymentConflict(`nothing to refund: ${payment?.status}`);
    const call = () => desk.stripe.refunds.create({ payment_intent: id }, keyed(orderId, 'refund'));
    await unlessDone(desk, id, (found) => paymentIn(found)?.status === 'refunded', call);
  };

const lookUp: Call<'lookUp'> = (desk) => async (orderId) => {
  const line = await desk.intents.read(orderId);
  const payment = line?.intent && paymentIn(await seen(desk, line.intent.id));
  if (payment || !line?.isVoided) return payment;
  return { status: 'voided', authorizationId: '', captured: yen(0), refunded: yen(0) };
};

/** The gateway on Stripe: one payment intent per order, confirmed once, captured later. */
export const stripeGateway = (
  stripe: Stripe,
  intents: Book<IntentLine>,
  { isLive }: { isLive: boolean },
): PaymentGateway => {
  const desk = { stripe, intents };
  return {
    methodFor: (card) => told(stripeMethod(stripe, isLive, card)),
    authorize: (request) => told(authorize(desk)(request)),
    capture: (request) => told(capture(desk)(request)),
    void: (request) => told(voidIt(desk)(request)),
    refund: (request) => told(refund(desk)(request)),
    lookUp: (orderId) => told(lookUp(desk)(orderId)),
  };
};

/** What Stripe's client throws, in the words of the port. */
const told = <Answer>(call: Promise<Answer>): Promise<Answer> =>
  call.catch((error: unknown) => {
    throw faultOf(error);
  });
