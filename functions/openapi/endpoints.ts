import { addCopiesEndpoint } from '../inventory/commands/add-copies/endpoint.ts';
import { findCopyEndpoint } from '../inventory/commands/find-copy/endpoint.ts';
import { loseCopyEndpoint } from '../inventory/commands/lose-copy/endpoint.ts';
import { withdrawCopyEndpoint } from '../inventory/commands/withdraw-copy/endpoint.ts';
import { availabilityEndpoint, copiesEndpoint } from '../inventory/projections/availability/endpoints.ts';
import { borrowEndpoint } from '../lending/commands/borrow/endpoint.ts';
import { cancelHoldEndpoint } from '../lending/commands/cancel-hold/endpoint.ts';
import { giveBackEndpoint } from '../lending/commands/give-back/endpoint.ts';
import { placeHoldEndpoint } from '../lending/commands/place-hold/endpoint.ts';
import { renewEndpoint } from '../lending/commands/renew/endpoint.ts';
import { ownHoldsEndpoint } from '../lending/projections/holds/endpoint.ts';
import { loanEndpoint } from '../lending/projections/loan-sheet/endpoint.ts';
import type { Endpoint } from '../platform/http/endpoint.ts';
import { openApiEndpoint } from './endpoint.ts';

/** Every route of the API, by domain. `tests/infra` holds it to the routes that are deployed. */
export const endpointsByDomain: Readonly<Record<string, readonly Endpoint[]>> = {
  inventory: [
    availabilityEndpoint,
    addCopiesEndpoint,
    copiesEndpoint,
    withdrawCopyEndpoint,
    loseCopyEndpoint,
    findCopyEndpoint,
  ],
  lending: [
    borrowEndpoint,
    loanEndpoint,
    giveBackEndpoint,
    renewEndpoint,
    placeHoldEndpoint,
    cancelHoldEndpoint,
    ownHoldsEndpoint,
  ],
  openapi: [openApiEndpoint],
};

export const endpoints: readonly Endpoint[] = Object.values(endpointsByDomain).flat();
