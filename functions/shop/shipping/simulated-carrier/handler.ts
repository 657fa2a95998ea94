import { setting } from '../../../platform/environment.ts';
import { lambda } from '../../../platform/lambda.ts';
import { queueAt } from '../../../platform/queue.ts';
import { parcels } from '../parcels-wire.ts';
import { takeRequests } from './take-requests.ts';

/** The simulated carrier, behind its queue. */
export const handler = lambda(takeRequests({ parcels, answer: queueAt(setting('CARRIER_ANSWERS_URL')) }));
