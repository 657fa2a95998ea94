import type { Mishap } from '../../functions/shop/mishaps.ts';
import type { PaymentCall } from '../../functions/shop/payments/simulated.ts';
import type { CarrierCall } from '../../functions/shop/shipping/simulated.ts';
import type { SagaFunction } from '../../infra/sagas/order-saga.ts';

/**
 * What may befall a function: before its work, between what it does outside and its commit, after it, without an answer, or
 * long after nobody waits for it.
 */
export const troubles = [
  'transient',
  'crash-before',
  'crash-between',
  'crash-after',
  'hang-before',
  'hang-after',
  'works-late',
  'bug',
] as const;
export type Trouble = (typeof troubles)[number];

/** How often, for ever being as long as nobody repairs it. */
export type Often = 'once' | 'for ever';

export interface Befalls<What, Kind> {
  what: What;
  kind: Kind;
  often: Often;
}

/** What becomes of the carrier's answer. */
export type Answering = 'once' | 'twice' | 'late' | 'after the end' | 'never';

/** When the member calls the order off. */
export type Cancelling =
  | { when: 'before' | 'after'; what: SagaFunction }
  | { when: 'at once' | 'when confirmed' | 'twice, when confirmed' };

/** One case of the table: what the member asks for, and everything that goes wrong. */
export interface Plan {
  title: string;
  card?: string;
  postalCode?: string;
  /** Pieces there are of the second of the two products; three are ordered. */
  inStock?: number;
  functions?: readonly Befalls<SagaFunction, Trouble>[];
  payments?: readonly Befalls<PaymentCall, Mishap>[];
  shipping?: readonly Befalls<CarrierCall, Mishap>[];
  answering?: Answering;
  cancelling?: Cancelling;
  startsToldTwice?: boolean;
  /** The member leaves when the order is placed, and the address with them. */
  memberLeaves?: boolean;
}
