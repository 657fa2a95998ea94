import { changeRolesEndpoint } from '../accounts/commands/change-roles/endpoint.ts';
import { deleteAccountEndpoint } from '../accounts/commands/delete-account/endpoint.ts';
import { loginEndpoint } from '../accounts/commands/login/endpoint.ts';
import { logoutEndpoint } from '../accounts/commands/logout/endpoint.ts';
import { refreshEndpoint } from '../accounts/commands/refresh/endpoint.ts';
import { registerEndpoint } from '../accounts/commands/register/endpoint.ts';
import {
  gitHubAuthorizeEndpoint,
  gitHubCallbackEndpoint,
  googleAuthorizeEndpoint,
  googleCallbackEndpoint,
} from '../accounts/commands/sign-in-with/endpoints.ts';
import { avatarEndpoint } from '../accounts/queries/avatar/endpoint.ts';
import { issuerEndpoint, jwksEndpoint } from '../accounts/queries/keys/endpoints.ts';
import { meEndpoint } from '../accounts/queries/me/endpoint.ts';
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
import { reinstateCardEndpoint } from '../membership/commands/reinstate-card/endpoint.ts';
import { renewCardEndpoint } from '../membership/commands/renew-card/endpoint.ts';
import { suspendCardEndpoint } from '../membership/commands/suspend-card/endpoint.ts';
import { ownCardEndpoint } from '../membership/projections/member-card/endpoint.ts';
import type { Endpoint } from '../platform/http/endpoint.ts';
import { openApiEndpoint } from './endpoint.ts';

/** Every route of the API, by domain. `tests/infra` holds it to the routes that are deployed. */
export const endpointsByDomain: Readonly<Record<string, readonly Endpoint[]>> = {
  accounts: [
    jwksEndpoint,
    issuerEndpoint,
    gitHubAuthorizeEndpoint,
    gitHubCallbackEndpoint,
    googleAuthorizeEndpoint,
    googleCallbackEndpoint,
    loginEndpoint,
    logoutEndpoint,
    refreshEndpoint,
    registerEndpoint,
    avatarEndpoint,
    meEndpoint,
    deleteAccountEndpoint,
    changeRolesEndpoint,
  ],
  membership: [ownCardEndpoint, renewCardEndpoint, reinstateCardEndpoint, suspendCardEndpoint],
  inventory: [
    withdrawCopyEndpoint,
    findCopyEndpoint,
    loseCopyEndpoint,
    availabilityEndpoint,
    copiesEndpoint,
    addCopiesEndpoint,
  ],
  lending: [
    placeHoldEndpoint,
    cancelHoldEndpoint,
    borrowEndpoint,
    loanEndpoint,
    renewEndpoint,
    giveBackEndpoint,
    ownHoldsEndpoint,
  ],
  openapi: [openApiEndpoint],
};

export const endpoints: readonly Endpoint[] = Object.values(endpointsByDomain).flat();
