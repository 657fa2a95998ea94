import { Stack } from 'aws-cdk-lib';
import { stripeSecret } from '../names.ts';
import type { Stage } from '../stages.ts';
import type { DomainFunction } from './domain.ts';
import { sendsTo } from './redriven-queue.ts';

/** What a call to the simulated gateway takes, as one to a real one does. */
const LATENCY_MS = 100;
/** The client waits for no answer of a gateway longer. */
const TIME_LIMIT_MS = 8_000;

/** The function asks the payment gateway of the stage. The secret of a real one is a parameter: a template would show it. */
export const paysThrough = (fn: DomainFunction): void => {
  const { stage } = fn;
  fn.keeps('PAYMENTS_TABLE', 'payments', ['dynamodb:GetItem', 'dynamodb:PutItem']);
  const { lambda } = fn.fn;
  lambda.addEnvironment('PAYMENTS', stage.payments);
  lambda.addEnvironment('PAYMENT_TIME_LIMIT_MS', String(TIME_LIMIT_MS));
  if (stage.payments === 'simulated') lambda.addEnvironment('PAYMENT_LATENCY_MS', String(LATENCY_MS));
  else {
    const name = stripeSecret(stage);
    lambda.addEnvironment('STRIPE_SECRET_KEY', name);
    const secret = Stack.of(fn.fn).formatArn({ service: 'ssm', resource: 'parameter', resourceName: name.slice(1) });
    fn.fn.may({ actions: ['ssm:GetParameter'], resources: [secret] });
  }
};

/** The function asks the carrier. */
export const shipsThrough = (fn: DomainFunction, stage: Stage): void => {
  fn.keeps('PARCELS_TABLE', 'parcels', ['dynamodb:GetItem', 'dynamodb:PutItem']);
  sendsTo(fn.fn, stage, 'carrier-requests', 'CARRIER_REQUESTS_URL');
};
