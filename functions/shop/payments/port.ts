import type { OrderId } from '../../../events/ids.ts';
import type { Money } from '../../../events/money.ts';

/** What the gateway knows of the payment of an order. Amounts are what moved so far. */
export interface Payment {
  status: 'authorized' | 'captured' | 'voided' | 'refunded' | 'declined';
  authorizationId: string;
  captured: Money;
  refunded: Money;
  /** Why it was declined. */
  reason?: Decline;
}
export type Decline = 'card-declined' | 'insufficient-funds';

export type Authorization =
  | { outcome: 'authorized'; authorizationId: string }
  | { outcome: 'declined'; reason: Decline };

/** A card as its owner gives it: the number, or the method that the gateway's own form in the browser made of it. */
export type GivenCard = { cardNumber: string } | { paymentMethodId: string };

/** What the shop keeps of a card: never its number. */
export interface PaymentMethod {
  method: string;
  last4: string;
}

/** Some gateways let a number through nobody's hands but their own; and a method may be one that nobody made. */
export type MethodAnswer =
  | ({ outcome: 'taken' } & PaymentMethod)
  | { outcome: 'not-taken'; reason: 'card-number-not-taken' | 'payment-method-unknown' };

/**
 * Where the money is. A payment is known by its order, and every call is made once however often it is repeated: the
 * gateway keeps its first answer under a key made of the order and the call.
 *
 * Every call may throw `TransientFault` (nothing happened, try again) or `OutcomeUnknown` (no answer came, whatever
 * happened): then ask with `lookUp`, never guess.
 */
export interface PaymentGateway {
  /** A method for a card: a number of 12 to 19 digits, forgotten at once, or a method's id. */
  methodFor(card: GivenCard): Promise<MethodAnswer>;
  /** Has the bank promise the money. Once the payment was voided the answer is a decline, however late the call arrives. */
  authorize(request: { orderId: OrderId; method: string; amount: Money }): Promise<Authorization>;
  /** Moves all of an authorised payment. */
  capture(request: { orderId: OrderId; amount: Money }): Promise<void>;
  /** Lets go of what was promised; also of a payment the gateway has not heard of, which it then never takes. Captured money stays. */
  void(request: { orderId: OrderId }): Promise<void>;
  /** Gives back all of a captured payment. */
  refund(request: { orderId: OrderId; amount: Money }): Promise<void>;
  /** The payment as the gateway has it, or undefined when it never heard of it. */
  lookUp(orderId: OrderId): Promise<Payment | undefined>;
}
