import * as z from 'zod';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { HOME, ReturnPath } from '../../sign-in-with/return-path.ts';

const authorize = {
  who: 'anyone',
  query: z.object({ returnTo: ReturnPath.default(HOME) }),
  answers: { 302: null },
  refusals: { 'too-many-requests': 429, 'provider-not-configured': 503 },
} as const;

/** What a provider sends with a browser that comes back is for the provider's own adapter to judge. */
const callback = {
  who: 'anyone',
  query: z.object({ state: z.string().optional(), code: z.string().optional(), error: z.string().optional() }),
  answers: { 302: null },
  refusals: { 'too-many-requests': 429, 'provider-not-configured': 503 },
} as const;

export const googleAuthorizeEndpoint = endpoint('GET /api/auth/google/authorize', {
  summary: 'Sends the browser to Google to sign in',
  ...authorize,
});
export const gitHubAuthorizeEndpoint = endpoint('GET /api/auth/github/authorize', {
  summary: 'Sends the browser to GitHub to sign in',
  ...authorize,
});
export const googleCallbackEndpoint = endpoint('GET /api/auth/google/callback', {
  summary:
    'Takes the browser back from Google, begins a session and sends it on; or to the sign-in page, with the reason',
  ...callback,
});
export const gitHubCallbackEndpoint = endpoint('GET /api/auth/github/callback', {
  summary:
    'Takes the browser back from GitHub, begins a session and sends it on; or to the sign-in page, with the reason',
  ...callback,
});
