import type { Stage } from '../stages.ts';
import type { DomainFunction } from './domain.ts';
import { sendsTo } from './redriven-queue.ts';

/** What a call to the gateway takes, as real ones do; the client waits for no answer longer than its limit. */
const LATENCY_MS = 100;
const TIME_LIMIT_MS = 8_000;

/** The function asks the payment gateway. */
export const paysThrough = (fn: DomainFunction): void => {
  fn.keeps('PAYMENTS_TABLE', 'payments', ['dynamodb:GetItem', 'dynamodb:PutItem']);
  fn.fn.lambda.addEnvironment('PAYMENT_LATENCY_MS', String(LATENCY_MS));
  fn.fn.lambda.addEnvironment('PAYMENT_TIME_LIMIT_MS', String(TIME_LIMIT_MS));
};

/** The function asks the carrier. */
export const shipsThrough = (fn: DomainFunction, stage: Stage): void => {
  fn.keeps('PARCELS_TABLE', 'parcels', ['dynamodb:GetItem', 'dynamodb:PutItem']);
  sendsTo(fn.fn, stage, 'carrier-requests', 'CARRIER_REQUESTS_URL');
};
