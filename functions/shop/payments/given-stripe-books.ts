import type { Seen } from './given-stripe.ts';
import {
  type ChargeShape,
  chargeShape,
  declineShape,
  type IntentShape,
  intentShape,
  methodShape,
  refundShape,
  unexpectedState,
} from './stripe-shapes.ts';

interface Reply {
  status: number;
  json: object;
}
const fine = (json: object): Reply => ({ status: 200, json });
const refused = (status: number, error: object): Reply => ({ status, json: { error } });
const missing = refused(404, { type: 'invalid_request_error', code: 'resource_missing', message: 'No such object' });

const declines: Readonly<Record<string, string>> = {
  pm_card_visa_chargeDeclined: 'generic_decline',
  pm_card_visa_chargeDeclinedInsufficientFunds: 'insufficient_funds',
};
/** Stripe's own test methods, and one that a form made. */
const METHODS = ['pm_card_visa', ...Object.keys(declines), 'pm_1MtwBw'];
const CANCELABLE = ['requires_payment_method', 'requires_capture', 'requires_confirmation', 'requires_action'];

/** What Stripe keeps, and what it answers to a request; a key that comes again gets the answer it got before. */
export const stripeBooks = () => {
  const intents = new Map<string, IntentShape>();
  const charges = new Map<string, ChargeShape>();
  const kept = new Map<string, { asked: string; reply: Reply }>();
  let count = 0;
  const next = (prefix: string) => `${prefix}_${String(++count).padStart(8, '0')}`;

  const shown = (intent: IntentShape): IntentShape => ({
    ...intent,
    latest_charge: charges.get(String(intent.latest_charge)) ?? null,
  });
  const create = (body: URLSearchParams) => {
    const intent = intentShape(next('pi'), body);
    intents.set(intent.id, intent);
    return fine(intent);
  };
  const confirm = (intent: IntentShape) => {
    if (intent.status !== 'requires_confirmation') return refused(400, unexpectedState('confirm', intent.status));
    const decline = declines[intent.payment_method ?? ''];
    if (decline) {
      const error = declineShape(decline);
      Object.assign(intent, { status: 'requires_payment_method', payment_method: null, last_payment_error: error });
      return refused(402, { ...error, payment_intent: intent });
    }
    const charge = chargeShape(next('ch'), intent);
    charges.set(charge.id, charge);
    return fine(
      Object.assign(intent, {
        status: 'requires_capture',
        amount_capturable: intent.amount,
        latest_charge: charge.id,
      }),
    );
  };
  const capture = (intent: IntentShape) => {
    if (intent.status !== 'requires_capture') return refused(400, unexpectedState('capture', intent.status));
    return fine(Object.assign(intent, { status: 'succeeded', amount_capturable: 0, amount_received: intent.amount }));
  };
  const cancel = (intent: IntentShape) => {
    if (!CANCELABLE.includes(intent.status)) return refused(400, unexpectedState('cancel', intent.status));
    return fine(Object.assign(intent, { status: 'canceled', amount_capturable: 0, canceled_at: 1_680_801_569 }));
  };
  const refund = (intent: IntentShape) => {
    const charge = charges.get(String(intent.latest_charge));
    if (intent.status !== 'succeeded' || !charge) return refused(400, unexpectedState('refund', intent.status));
    if (charge.amount_refunded > 0)
      return refused(400, { type: 'invalid_request_error', code: 'charge_already_refunded', message: 'refunded' });
    Object.assign(charge, { amount_refunded: charge.amount, refunded: true });
    return fine(refundShape(next('re'), intent, charge));
  };
  const onIntent = { confirm, capture, cancel };
  const routed = ({ method, path }: Seen, body: URLSearchParams): Reply => {
    const [, , resource, id = '', call] = path.split('/');
    if (resource === 'payment_methods') return METHODS.includes(id) ? fine(methodShape(id)) : missing;
    if (resource === 'refunds') return on(intents.get(body.get('payment_intent') ?? ''), refund);
    if (id === '') return create(body);
    if (method === 'GET') return on(intents.get(id), (intent) => fine(shown(intent)));
    return on(intents.get(id), onIntent[call as keyof typeof onIntent]);
  };
  return (request: Seen, body: URLSearchParams): Reply => {
    if (request.method === 'GET' || request.key === undefined) return routed(request, body);
    const asked = `${request.path}?${body}`;
    const before = kept.get(request.key);
    if (before && before.asked !== asked)
      return refused(400, {
        type: 'idempotency_error',
        message: 'Keys for idempotent requests can only be used once.',
      });
    const reply = before?.reply ?? structuredClone(routed(request, body));
    kept.set(request.key, { asked, reply });
    return reply;
  };
};

const on = (intent: IntentShape | undefined, call: (intent: IntentShape) => Reply): Reply =>
  intent ? call(intent) : missing;
