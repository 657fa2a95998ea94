import { Stack } from 'aws-cdk-lib';
import { stripeSecret } from '../names.ts';
import type { Stage } from '../stages.ts';
import type { DomainFunction } from './domain-function.ts';
import { maySend, queueUrl } from './redriven-queue.ts';

/** What a call to the simulated gateway takes, as one to a real one does. */
const LATENCY_MS = 100;
/** The client waits for no answer of a gateway longer. */
const TIME_LIMIT_MS = 8_000;

/** The function moves money through the payment gateway of the stage, and keeps what it was told. */
export const paysThrough = (fn: DomainFunction): void =>
  asksGateway(fn.keeps('PAYMENTS_TABLE', 'payments', ['dynamodb:GetItem', 'dynamodb:PutItem']));

/** The function asks the payment gateway of the stage. The secret of a real one is a parameter: a template would show it. */
export const asksGateway = (fn: DomainFunction): void => {
  const { stage } = fn.keeps('PAYMENTS_TABLE', 'payments', []);
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

/** What a function wants of the carrier: a parcel, to know of one, to settle what becomes of it. */
type Wish = 'arranges' | 'asks' | 'settles';
const onParcels: Readonly<Record<Wish, string[]>> = {
  arranges: [],
  asks: ['dynamodb:GetItem'],
  settles: ['dynamodb:GetItem', 'dynamodb:PutItem'],
};

/** The function turns to the carrier. */
export const shipsThrough = (fn: DomainFunction, stage: Stage, wish: Wish): void => {
  fn.keeps('PARCELS_TABLE', 'parcels', onParcels[wish]);
  fn.fn.lambda.addEnvironment('CARRIER_REQUESTS_URL', queueUrl(fn.fn, stage, 'carrier-requests'));
  if (wish === 'arranges') maySend(fn.fn, stage, 'carrier-requests');
};
