import { setting } from '../../platform/environment.ts';
import { queueAt } from '../../platform/queue.ts';
import { parcels } from './parcels-wire.ts';
import type { Carrier } from './port.ts';
import { simulatedCarrier } from './simulated.ts';
import { whatMayPass } from './what-may-pass.ts';

const requests = queueAt(setting('CARRIER_REQUESTS_URL'));

/** The carrier of the shop. Repeating a request is harmless, so whatever a queue says of a passing trouble is one. */
export const carrier: Carrier = simulatedCarrier(parcels, { send: (request) => whatMayPass(requests(request)) });
