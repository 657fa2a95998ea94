import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Round } from './port.ts';

/** A browser's secret: 32 random bytes that it alone keeps, in a cookie. */
const SECRET = /^[\w-]{43}$/;

export const newSecret = (): string => randomBytes(32).toString('base64url');
export const isSecret = (text: string): boolean => SECRET.test(text);

/** What is kept of a browser's secret. */
export const browserOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

const madeFor = (what: string, state: string, secret: string): string =>
  createHmac('sha256', secret).update(`${what}\n${state}`).digest('base64url');

/** Everything an attempt is bound to follows from its state and the browser's secret, so no table holds what a thief could use. */
export const roundOf = (state: string, secret: string, redirectUri: string): Round => ({
  redirectUri,
  state,
  nonce: madeFor('nonce', state, secret),
  codeVerifier: madeFor('code verifier', state, secret),
});
