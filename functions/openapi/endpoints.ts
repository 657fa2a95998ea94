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
  openapi: [openApiEndpoint],
};

export const endpoints: readonly Endpoint[] = Object.values(endpointsByDomain).flat();
