import * as z from 'zod';
import { httpQueries, route } from '../../../platform/http/http-query.ts';
import { issuer, signingKeys } from '../../token-wire.ts';

const anyone = { who: 'anyone', params: z.object({}), query: z.object({}) } as const;

/** What others need to check our tokens. */
export const handler = httpQueries({
  'GET /api/.well-known/jwks.json': route({
    ...anyone,
    read: async () => ({ keys: (await signingKeys.all()).map(({ jwk }) => jwk) }),
  }),
  'GET /api/.well-known/openid-configuration': route({
    ...anyone,
    read: async ({ http }) => ({
      issuer,
      jwks_uri: `${new URL(issuer).protocol}//${http.header('host') ?? new URL(issuer).host}/api/.well-known/jwks.json`,
      id_token_signing_alg_values_supported: ['ES256'],
      response_types_supported: ['token'],
      subject_types_supported: ['public'],
    }),
  }),
});
