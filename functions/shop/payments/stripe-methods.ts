import type Stripe from 'stripe';
import type { GivenCard, MethodAnswer } from './port.ts';
import { isMissing } from './stripe-answers.ts';

/** Stripe lets a card number through nobody's hands but its own; in its test mode these stand for the known test cards. */
const testMethods: Readonly<Record<string, string>> = {
  '4242424242424242': 'pm_card_visa',
  '4000000000000002': 'pm_card_visa_chargeDeclined',
  '4000000000009995': 'pm_card_visa_chargeDeclinedInsufficientFunds',
};
const DECLINES = 'pm_card_visa_chargeDeclined';

const knownMethod = async (stripe: Stripe, id: string): Promise<MethodAnswer> => {
  try {
    const method = await stripe.paymentMethods.retrieve(id);
    return { outcome: 'taken', method: method.id, last4: method.card?.last4 ?? '' };
  } catch (error) {
    if (isMissing(error)) return { outcome: 'not-taken', reason: 'payment-method-unknown' };
    throw error;
  }
};

/** A method that Stripe's form in the browser made, or the stand-in for a test card. A real number is not taken, and goes nowhere. */
export const stripeMethod = async (stripe: Stripe, isLive: boolean, card: GivenCard): Promise<MethodAnswer> => {
  if ('paymentMethodId' in card) return knownMethod(stripe, card.paymentMethodId);
  if (isLive) return { outcome: 'not-taken', reason: 'card-number-not-taken' };
  const { cardNumber } = card;
  return { outcome: 'taken', method: testMethods[cardNumber] ?? DECLINES, last4: cardNumber.slice(-4) };
};
