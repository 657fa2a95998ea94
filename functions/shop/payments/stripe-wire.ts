import { documents } from '../../platform/aws-clients.ts';
import { setting } from '../../platform/environment.ts';
import { readParameter } from '../../platform/parameters.ts';
import { dynamoBook } from '../books/dynamodb.ts';
import type { PaymentGateway } from './port.ts';
import { stripeGateway } from './stripe.ts';
import { IntentLine } from './stripe-intents.ts';

/** Stripe with the secret key that an operator wrote down. */
export const openStripe = async (timeout: number): Promise<PaymentGateway> => {
  const name = setting('STRIPE_SECRET_KEY');
  const secret = await readParameter(name);
  if (secret === undefined) throw new Error(`nobody wrote the parameter ${name}`);
  // Only a stage that pays through Stripe loads it.
  const { default: Stripe } = await import('stripe');
  const stripe = new Stripe(secret, { timeout, maxNetworkRetries: 0, telemetry: false });
  const intents = dynamoBook(documents, setting('PAYMENTS_TABLE'), IntentLine);
  return stripeGateway(stripe, intents, { isLive: secret.includes('_live_') });
};
