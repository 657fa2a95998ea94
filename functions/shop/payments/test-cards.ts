import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { GivenCard, MethodAnswer } from './port.ts';

/** What the simulated bank does with a card. */
export const CardBehaviour = z.enum([
  'pays',
  'card-declined',
  'insufficient-funds',
  'stumbles-once',
  'never-answers',
  'answer-lost',
]);
export type CardBehaviour = z.infer<typeof CardBehaviour>;

/** Cards as real gateways publish them for tests; every other number is declined. */
const testCards: Readonly<Record<string, CardBehaviour>> = {
  '4242424242424242': 'pays',
  '4000000000000002': 'card-declined',
  '4000000000009995': 'insufficient-funds',
  '4000000000000119': 'stumbles-once',
  '4000000000000259': 'never-answers',
  '4000000000000341': 'answer-lost',
};

/** Methods by the names they have in Stripe's test mode, so that one client tries both; with the card behind each. */
const testMethods: Readonly<Record<string, string>> = {
  pm_card_visa: '4242424242424242',
  pm_card_visa_chargeDeclined: '4000000000000002',
  pm_card_visa_chargeDeclinedInsufficientFunds: '4000000000009995',
};

const numberOf = (card: GivenCard): string | undefined =>
  'cardNumber' in card ? card.cardNumber : testMethods[card.paymentMethodId];

/** A method tells the behaviour of its card and nothing of its number. */
export const methodOf = (card: GivenCard): MethodAnswer => {
  const number = numberOf(card);
  if (number === undefined) return { outcome: 'not-taken', reason: 'payment-method-unknown' };
  const method = `sim:${testCards[number] ?? 'card-declined'}:${randomBytes(8).toString('hex')}`;
  return { outcome: 'taken', method, last4: number.slice(-4) };
};

/** What the card behind a method does; a method nobody gave out belongs to no card. */
export const behaviourOf = (method: string): CardBehaviour =>
  CardBehaviour.catch('card-declined').parse(method.split(':')[1]);
