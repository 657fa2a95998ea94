import type { HttpRequest } from '../../../platform/http/http-request.ts';
import type { Answer } from '../../../platform/http/problem.ts';
import { isSecret } from '../../sign-in-with/round.ts';

const COOKIE = 'bunko_sign_in';
const SECONDS = 600;

/** The cookie that binds an attempt to its browser. `Lax`: the provider's page sends the browser back with it. */
export const attemptCookie = (secret: string, isSecure: boolean, seconds = SECONDS): string =>
  [
    `${COOKIE}=${secret}`,
    'HttpOnly',
    'SameSite=Lax',
    'Path=/api/auth',
    `Max-Age=${seconds}`,
    ...(isSecure ? ['Secure'] : []),
  ].join('; ');

/** What this browser has kept of its attempt. */
export const secretOf = ({ event }: HttpRequest): string | undefined =>
  event.cookies
    ?.map((pair) => pair.trim().split('='))
    .find(([name, value]) => name === COOKIE && value !== undefined && isSecret(value))?.[1];

/** 302. The address that is left holds a code or a secret state: no other site hears of it. */
export const redirect = (location: string, cookies: readonly string[] = []): Answer => ({
  statusCode: 302,
  headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
  cookies: [...cookies],
});
