/** Objects and errors as Stripe's API reference shows them (version 2026-10-28), for its stand-in in tests. */
export interface IntentShape {
  id: string;
  object: 'payment_intent';
  amount: number;
  amount_received: number;
  status: string;
  payment_method: string | null;
  last_payment_error: object | null;
  latest_charge: string | ChargeShape | null;
  [field: string]: unknown;
}
export interface ChargeShape {
  id: string;
  object: 'charge';
  amount: number;
  amount_refunded: number;
  [field: string]: unknown;
}

export const intentShape = (id: string, asked: URLSearchParams): IntentShape => ({
  id,
  object: 'payment_intent',
  amount: Number(asked.get('amount')),
  amount_capturable: 0,
  amount_details: { tip: {} },
  amount_received: 0,
  application: null,
  application_fee_amount: null,
  automatic_payment_methods: null,
  canceled_at: null,
  cancellation_reason: null,
  capture_method: asked.get('capture_method'),
  client_secret: `${id}_secret_YrKJUKribcBjcG8HVhfZluoGH`,
  confirmation_method: 'automatic',
  created: 1_680_800_504,
  currency: asked.get('currency'),
  customer: null,
  description: null,
  last_payment_error: null,
  latest_charge: null,
  livemode: false,
  metadata: { orderId: asked.get('metadata[orderId]') },
  next_action: null,
  on_behalf_of: null,
  payment_method: asked.get('payment_method'),
  payment_method_options: { card: { installments: null, network: null, request_three_d_secure: 'automatic' } },
  payment_method_types: ['card'],
  processing: null,
  receipt_email: null,
  review: null,
  setup_future_usage: null,
  shipping: null,
  source: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  status: 'requires_confirmation',
  transfer_data: null,
  transfer_group: null,
});

export const chargeShape = (id: string, intent: IntentShape): ChargeShape => ({
  id,
  object: 'charge',
  amount: intent.amount,
  amount_captured: 0,
  amount_refunded: 0,
  captured: false,
  currency: intent.currency,
  disputed: false,
  paid: true,
  payment_intent: intent.id,
  payment_method: intent.payment_method,
  refunded: false,
  status: 'succeeded',
});

export const declineShape = (decline_code: string) => ({
  type: 'card_error',
  code: 'card_declined',
  decline_code,
  doc_url: 'https://docs.stripe.com/error-codes#card-declined',
  message: 'Your card was declined.',
});

export const unexpectedState = (call: string, status: string) => ({
  type: 'invalid_request_error',
  code: 'payment_intent_unexpected_state',
  doc_url: 'https://docs.stripe.com/error-codes#payment-intent-unexpected-state',
  message: `You cannot ${call} this PaymentIntent because it has a status of ${status}.`,
});

export const refundShape = (id: string, intent: IntentShape, charge: ChargeShape) => ({
  id,
  object: 'refund',
  amount: charge.amount,
  balance_transaction: null,
  charge: charge.id,
  created: 1_692_942_318,
  currency: intent.currency,
  metadata: {},
  payment_intent: intent.id,
  reason: null,
  receipt_number: null,
  status: 'succeeded',
});

export const methodShape = (id: string) => ({
  id,
  object: 'payment_method',
  allow_redisplay: 'unspecified',
  card: { brand: 'visa', country: 'JP', exp_month: 8, exp_year: 2029, funding: 'credit', last4: '4242' },
  created: 1_680_800_504,
  customer: null,
  livemode: false,
  metadata: {},
  type: 'card',
});
