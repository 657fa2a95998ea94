import { setTimeout as wait } from 'node:timers/promises';
import { documents } from '../../platform/aws-clients.ts';
import { setting } from '../../platform/environment.ts';
import { dynamoBook } from '../books/dynamodb.ts';
import { Entry } from './ledger-rules.ts';
import { openedLate } from './opened-late.ts';
import type { PaymentGateway } from './port.ts';
import { simulatedGateway } from './simulated.ts';
import { openStripe } from './stripe-wire.ts';
import { withTimeLimit } from './time-limit.ts';

const timeLimit = Number(setting('PAYMENT_TIME_LIMIT_MS'));

const simulated = () => {
  const latency = Number(setting('PAYMENT_LATENCY_MS'));
  return simulatedGateway(dynamoBook(documents, setting('PAYMENTS_TABLE'), Entry), {
    pause: () => (latency > 0 ? wait(latency) : Promise.resolve()),
  });
};

/** Where the money of the shop is. */
export const gateway: PaymentGateway = withTimeLimit(
  setting('PAYMENTS') === 'stripe' ? openedLate(() => openStripe(timeLimit)) : simulated(),
  timeLimit,
);
