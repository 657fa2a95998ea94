import * as z from 'zod';
import { endpoint } from '../../../platform/http/endpoint.ts';

const PublicKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string(),
  alg: z.literal('ES256'),
  use: z.literal('sig'),
});

export const jwksEndpoint = endpoint('GET /api/.well-known/jwks.json', {
  summary: 'The public keys of the access tokens: those that sign, signed lately, or will sign soon',
  who: 'anyone',
  answers: { 200: z.object({ keys: z.array(PublicKey).min(1) }) },
});

export const issuerEndpoint = endpoint('GET /api/.well-known/openid-configuration', {
  summary: 'Who issues the access tokens, and where the keys are',
  who: 'anyone',
  answers: {
    200: z.object({
      issuer: z.url(),
      jwks_uri: z.url(),
      id_token_signing_alg_values_supported: z.array(z.string()),
      response_types_supported: z.array(z.string()),
      subject_types_supported: z.array(z.string()),
    }),
  },
});
