import { documents } from '../platform/aws-clients.ts';
import { setting } from '../platform/environment.ts';
import { Allowance, addressLimit } from './address-limit/address-limit.ts';

/** Ends a request of an address that has sent too many to this function. */
export const admitAddress = addressLimit(
  { client: documents, table: setting('SESSIONS_TABLE'), purpose: setting('ADDRESS_LIMIT_FOR') },
  Allowance.parse(JSON.parse(setting('ADDRESS_LIMIT'))),
);
