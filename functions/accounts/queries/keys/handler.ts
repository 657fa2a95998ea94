import { httpQueries, route } from '../../../platform/http/http-query.ts';
import { issuer, signingKeys } from '../../token-wire.ts';
import { issuerEndpoint, jwksEndpoint } from './endpoints.ts';

/** What others need to check our tokens. */
export const handler = httpQueries({
  [jwksEndpoint.route]: route({
    ...jwksEndpoint,
    read: async ({ http }) => ({ keys: (await signingKeys.accepted(http.now)).map(({ jwk }) => jwk) }),
  }),
  [issuerEndpoint.route]: route({
    ...issuerEndpoint,
    read: async ({ http }) => ({
      issuer,
      jwks_uri: `${new URL(issuer).protocol}//${http.header('host') ?? new URL(issuer).host}/api/.well-known/jwks.json`,
      id_token_signing_alg_values_supported: ['ES256'],
      response_types_supported: ['token'],
      subject_types_supported: ['public'],
    }),
  }),
});
