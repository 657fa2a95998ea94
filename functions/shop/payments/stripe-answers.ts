import type Stripe from 'stripe';
import { yen } from '../../../events/money.ts';
import { OutcomeUnknown, TransientFault } from '../outside-fault.ts';
import { PaymentConflict } from './conflict.ts';
import type { Authorization, Decline, Payment } from './port.ts';

const declineIn = (error: { decline_code?: string | undefined } | null): Decline =>
  error?.decline_code === 'insufficient_funds' ? 'insufficient-funds' : 'card-declined';

/** What became of a confirmed intent. A card that asks for more than its number is declined: nobody is there to answer. */
export const authorizationIn = (intent: Stripe.PaymentIntent): Authorization => {
  switch (intent.status) {
    case 'requires_capture':
    case 'succeeded':
      return { outcome: 'authorized', authorizationId: intent.id };
    case 'requires_payment_method':
      return { outcome: 'declined', reason: declineIn(intent.last_payment_error) };
    case 'canceled':
    case 'requires_action':
      return { outcome: 'declined', reason: 'card-declined' };
    default:
      throw new OutcomeUnknown(`Stripe says ${intent.status}`);
  }
};

/** The payment behind an intent, with its latest charge expanded; none while it was not confirmed. */
export const paymentIn = (intent: Stripe.PaymentIntent): Payment | undefined => {
  const { id: authorizationId, status, amount_received, last_payment_error } = intent;
  const charge = typeof intent.latest_charge === 'string' ? null : intent.latest_charge;
  const known = { authorizationId, captured: yen(amount_received), refunded: yen(charge?.amount_refunded ?? 0) };
  switch (status) {
    case 'requires_capture':
      return { status: 'authorized', ...known };
    case 'succeeded':
      return { status: known.refunded.amount > 0 ? 'refunded' : 'captured', ...known };
    case 'canceled':
      return { status: 'voided', ...known };
    case 'requires_payment_method':
      return last_payment_error ? { status: 'declined', ...known, reason: declineIn(last_payment_error) } : undefined;
    case 'requires_action':
      return { status: 'declined', ...known, reason: 'card-declined' };
    case 'requires_confirmation':
      return undefined;
    default:
      throw new TransientFault(`Stripe says ${status}`);
  }
};

/** What Stripe's client throws, as far as it matters here. */
interface StripeFault {
  type: string;
  code?: string;
  statusCode?: number;
  decline_code?: string;
  message: string;
  detail?: unknown;
}
const isStripeFault = (error: unknown): error is StripeFault =>
  error instanceof Error && 'type' in error && typeof error.type === 'string' && error.type.startsWith('Stripe');

/** The card was declined by its bank; undefined for every other error. */
export const declineOf = (error: unknown): Authorization | undefined =>
  isStripeFault(error) && error.type === 'StripeCardError'
    ? { outcome: 'declined', reason: declineIn(error) }
    : undefined;

/** Stripe will not do this to an intent in its state: look at the state. */
export const isUnexpectedState = (error: unknown): boolean =>
  isStripeFault(error) &&
  (error.code === 'payment_intent_unexpected_state' || error.code === 'charge_already_refunded');

/** Stripe has nothing of this id, or it belongs to another account. */
export const isMissing = (error: unknown): boolean => isStripeFault(error) && error.code === 'resource_missing';

/** Nothing left this machine. */
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/**
 * An error of Stripe's client in the words of the port. A fault of Stripe itself is kept under its idempotency key and
 * said again to every repeat, so what became of the call is found out by looking only.
 */
export const faultOf = (error: unknown): unknown => {
  if (!isStripeFault(error)) return error;
  switch (error.type) {
    case 'StripeRateLimitError':
      return new TransientFault(error.message);
    case 'StripeConnectionError':
      return NEVER_SENT.includes(codeIn(error.detail))
        ? new TransientFault(error.message)
        : new OutcomeUnknown(error.message);
    case 'StripeAPIError':
      return error.statusCode === 409 ? new TransientFault(error.message) : new OutcomeUnknown(error.message);
    case 'StripeIdempotencyError':
      return new PaymentConflict(error.message);
    default:
      return error;
  }
};

const codeIn = (detail: unknown): string => (detail instanceof Error && 'code' in detail ? String(detail.code) : '');
