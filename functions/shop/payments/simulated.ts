import { createHash } from 'node:crypto';
import type { OrderId } from '../../../events/ids.ts';
import type { Book } from '../books/port.ts';
import { type MishapPlan, noMishaps, withMishap } from '../mishaps.ts';
import { OutcomeUnknown, TransientFault } from '../outside-fault.ts';
import { type AskedAnswer, authorizing, capturing, type Entry, paymentOf, refunding, voiding } from './ledger-rules.ts';
import type { Authorization, PaymentGateway } from './port.ts';
import { methodOf } from './test-cards.ts';

export type PaymentCall = 'authorize' | 'capture' | 'void' | 'refund' | 'lookUp';
export interface Simulation {
  /** How long a call takes; nothing waits without it. */
  pause?: () => Promise<unknown>;
  /** What goes wrong besides what the cards say. */
  mishaps?: MishapPlan<PaymentCall>;
}

/** A gateway that behaves like a real one and moves no money. A card that never answers needs a time limit around it. */
export const simulatedGateway = (
  ledger: Book<Entry>,
  { pause = async () => {}, mishaps = noMishaps }: Simulation = {},
): PaymentGateway => {
  const called = async <Answer>(call: PaymentCall, orderId: OrderId, run: () => Promise<Answer>): Promise<Answer> => {
    await pause();
    return withMishap(mishaps(call, orderId), run);
  };
  return {
    methodFor: async (card) => methodOf(card),
    authorize: ({ orderId, method, amount }) =>
      called('authorize', orderId, async () => {
        const asked = { method, amount, authorizationId: authorizationIdOf(orderId) };
        return told(await ledger.turn(orderId, authorizing(asked)));
      }),
    capture: ({ orderId, amount }) => called('capture', orderId, () => ledger.turn(orderId, capturing(amount))),
    void: ({ orderId }) => called('void', orderId, () => ledger.turn(orderId, voiding)),
    refund: ({ orderId, amount }) => called('refund', orderId, () => ledger.turn(orderId, refunding(amount))),
    lookUp: (orderId) => called('lookUp', orderId, async () => paymentOf(await ledger.read(orderId))),
  };
};

const told = (answer: AskedAnswer): Authorization | Promise<never> => {
  switch (answer.outcome) {
    case 'authorized':
    case 'declined':
      return answer;
    case 'stumbled':
      throw new TransientFault('the bank could not be reached');
    case 'lost':
      throw new OutcomeUnknown('the answer of the bank was lost');
    case 'silent':
      return new Promise<never>(() => {});
  }
};

const authorizationIdOf = (orderId: OrderId) =>
  `auth_${createHash('sha256').update(orderId).digest('hex').slice(0, 16)}`;
