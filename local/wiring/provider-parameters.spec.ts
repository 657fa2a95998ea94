import { expect, it } from 'vitest';
import { providerParameters } from './provider-parameters.ts';

it('a provider is set up by its variables, as the parameter that its function reads', () =>
  expect(
    providerParameters({ GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret', GOOGLE_ISSUER: 'http://localhost:1' }),
  ).toEqual({
    '/bunko/local/sign-in-with/google': '{"clientId":"id","clientSecret":"secret","issuer":"http://localhost:1"}',
  }));

it('a provider without a client and its secret is not set up', () =>
  expect(providerParameters({ GITHUB_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' })).toEqual({}));
