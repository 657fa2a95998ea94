import type Stripe from 'stripe';
import type { PaymentMethod } from './port.ts';

/** Stripe lets a card number through nobody's hands but its own; in its test mode these stand for the known test cards. */
const testMethods: Readonly<Record<string, string>> = {
  '4242424242424242': 'pm_card_visa',
  '4000000000000002': 'pm_card_visa_chargeDeclined',
  '4000000000009995': 'pm_card_visa_chargeDeclinedInsufficientFunds',
};
const DECLINES = 'pm_card_visa_chargeDeclined';

/** The shop was given a card number where Stripe takes only methods that its own form made. */
export class CardNumberNotTaken extends Error {
  override name = 'CardNumberNotTaken';
}

const isMethodId = (card: string) => card.startsWith('pm_');

/** A method that Stripe's form in the browser made, or the stand-in for a test card. A real number is refused, and goes nowhere. */
export const stripeMethod = async (stripe: Stripe, isLive: boolean, card: string): Promise<PaymentMethod> => {
  if (isMethodId(card)) {
    const method = await stripe.paymentMethods.retrieve(card);
    return { method: method.id, last4: method.card?.last4 ?? '' };
  }
  if (isLive) throw new CardNumberNotTaken('Stripe takes no card numbers from a shop');
  return { method: testMethods[card] ?? DECLINES, last4: card.slice(-4) };
};
