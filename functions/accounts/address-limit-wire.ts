import { documents } from '../platform/aws-clients.ts';
import { setting } from '../platform/environment.ts';
import { readParameter } from '../platform/parameters.ts';
import { Allowance, addressLimit } from './address-limit/address-limit.ts';
import { gatewayAddress, viewerAddress } from './address-limit/viewer-address.ts';

/** Where the word of the CDN is kept, in a stage that has one. */
const word = process.env.FRONT_DOOR_WORD;
const addressOf = word === undefined ? gatewayAddress : viewerAddress(() => readParameter(word));

/** Ends a request of an address that has sent too many to this function. */
export const admitAddress = addressLimit(
  { client: documents, table: setting('SESSIONS_TABLE'), purpose: setting('ADDRESS_LIMIT_FOR'), addressOf },
  Allowance.parse(JSON.parse(setting('ADDRESS_LIMIT'))),
);
