import * as z from 'zod';
import { Money, yen } from '../../../events/money.ts';
import type { Rule, Turn } from '../books/port.ts';
import { PaymentConflict } from './conflict.ts';
import type { Authorization, Payment } from './port.ts';
import { behaviourOf } from './test-cards.ts';

/** What the simulated gateway writes down of an order: one line, which only these rules change. */
export const Entry = z.object({
  /** Absent while nothing but a stumble happened. */
  status: z.enum(['authorized', 'captured', 'voided', 'refunded', 'declined']).optional(),
  authorizationId: z.string().default(''),
  /** What was asked for first; a repeat with anything else is a mistake of the caller. */
  asked: z.object({ method: z.string(), amount: Money }).optional(),
  captured: Money.default(yen(0)),
  refunded: Money.default(yen(0)),
  reason: z.enum(['card-declined', 'insufficient-funds']).optional(),
});
export type Entry = z.infer<typeof Entry>;

const blank: Entry = Entry.parse({});
const declined = (reason: 'card-declined' | 'insufficient-funds'): Authorization => ({ outcome: 'declined', reason });

export interface Asked {
  method: string;
  amount: Money;
  authorizationId: string;
}
/** `stumbled` did nothing, `lost` did it without an answer, `silent` neither does nor answers. */
export type AskedAnswer = Authorization | { outcome: 'stumbled' | 'lost' | 'silent' };

export const authorizing =
  (request: Asked): Rule<Entry, AskedAnswer> =>
  (found) => {
    if (found?.status !== undefined) return { answer: repeated(found, request) };
    const { method, amount, authorizationId } = request;
    const asked = { method, amount };
    const held: Entry = { ...blank, status: 'authorized', authorizationId, asked };
    const behaviour = behaviourOf(method);
    switch (behaviour) {
      case 'pays':
        return { line: held, answer: { outcome: 'authorized', authorizationId } };
      case 'answer-lost':
        return { line: held, answer: { outcome: 'lost' } };
      case 'stumbles-once':
        return found
          ? { line: held, answer: { outcome: 'authorized', authorizationId } }
          : { line: blank, answer: { outcome: 'stumbled' } };
      case 'never-answers':
        return { answer: { outcome: 'silent' } };
      case 'card-declined':
      case 'insufficient-funds':
        return { line: { ...blank, status: 'declined', asked, reason: behaviour }, answer: declined(behaviour) };
    }
  };

const repeated = (found: Entry, { method, amount }: Asked): Authorization => {
  if (found.status === 'voided') return declined('card-declined');
  if (found.asked?.method !== method || found.asked.amount.amount !== amount.amount)
    throw new PaymentConflict('the payment of this order was asked for with other words');
  if (found.status === 'declined') return declined(found.reason ?? 'card-declined');
  return { outcome: 'authorized', authorizationId: found.authorizationId };
};

export const capturing =
  (amount: Money): Rule<Entry, undefined> =>
  (found) => {
    if (found?.status === 'captured' || found?.status === 'refunded') return sameAmount(found.captured, amount);
    if (found?.status !== 'authorized' || found.asked === undefined)
      throw new PaymentConflict(`nothing to capture: ${found?.status ?? 'unknown'}`);
    sameAmount(found.asked.amount, amount);
    return { line: { ...found, status: 'captured', captured: amount }, answer: undefined };
  };

export const voiding: Rule<Entry, undefined> = (found) =>
  found?.status === undefined || found.status === 'authorized'
    ? { line: { ...(found ?? blank), status: 'voided' }, answer: undefined }
    : { answer: undefined };

export const refunding =
  (amount: Money): Rule<Entry, undefined> =>
  (found) => {
    if (found?.status !== 'captured' && found?.status !== 'refunded')
      throw new PaymentConflict(`nothing to refund: ${found?.status ?? 'unknown'}`);
    const turn = sameAmount(found.captured, amount);
    return found.status === 'refunded' ? turn : { ...turn, line: { ...found, status: 'refunded', refunded: amount } };
  };

const sameAmount = (known: Money, asked: Money): Turn<Entry, undefined> => {
  if (known.amount !== asked.amount) throw new PaymentConflict(`${asked.amount} where ${known.amount} is known`);
  return { answer: undefined };
};

/** The payment as others see it; a stumble leaves none. */
export const paymentOf = (entry: Entry | undefined): Payment | undefined => {
  if (entry?.status === undefined) return undefined;
  const { status, authorizationId, captured, refunded, reason } = entry;
  return { status, authorizationId, captured, refunded, ...(reason && { reason }) };
};
