import { setTimeout as wait } from 'node:timers/promises';
import { documents } from '../../platform/aws-clients.ts';
import { setting } from '../../platform/environment.ts';
import { dynamoBook } from '../books/dynamodb.ts';
import { Entry } from './ledger-rules.ts';
import type { PaymentGateway } from './port.ts';
import { simulatedGateway } from './simulated.ts';
import { withTimeLimit } from './time-limit.ts';

const latency = Number(setting('PAYMENT_LATENCY_MS'));
const simulated = () =>
  simulatedGateway(dynamoBook(documents, setting('PAYMENTS_TABLE'), Entry), {
    pause: () => (latency > 0 ? wait(latency) : Promise.resolve()),
  });

/** Where the money of the shop is. */
export const gateway: PaymentGateway = withTimeLimit(simulated(), Number(setting('PAYMENT_TIME_LIMIT_MS')));
