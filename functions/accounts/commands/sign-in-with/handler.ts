import type { IdentityProvider } from '../../../../events/accounts/identity-provider.ts';
import { seenBy } from '../../../platform/http/consistency-token.ts';
import { contextOf } from '../../../platform/http/http-command.ts';
import { httpQueries } from '../../../platform/http/http-query.ts';
import { type HttpRequest, parsed } from '../../../platform/http/http-request.ts';
import { type Answer, refuse } from '../../../platform/http/problem.ts';
import { telemetry } from '../../../platform/telemetry.ts';
import { admitAddress } from '../../address-limit-wire.ts';
import { answers } from '../../session-wire.ts';
import { ProviderFailed } from '../../sign-in-with/port.ts';
import { HOME, signInPage } from '../../sign-in-with/return-path.ts';
import { secureCookies, signInWith, siteUrl } from '../../sign-in-with-wire.ts';
import {
  gitHubAuthorizeEndpoint,
  gitHubCallbackEndpoint,
  googleAuthorizeEndpoint,
  googleCallbackEndpoint,
} from './endpoints.ts';
import { attemptCookie, redirect, secretOf } from './redirects.ts';

const redirectUri = (provider: IdentityProvider, http: HttpRequest): string =>
  `${siteUrl ?? `http://${http.header('host')}`}/api/auth/${provider}/callback`;

const notConfigured = () => refuse(503, 'provider-not-configured');

/** The sign-in page for a provider that failed; what is no provider's fault goes on as it is. */
const failedAt = (provider: IdentityProvider, returnTo: string, cookies: readonly string[]) => (error: unknown) => {
  if (!(error instanceof ProviderFailed)) throw error;
  telemetry.warn('signing in with a provider failed', { provider, reason: error.reason, cause: String(error.cause) });
  return redirect(signInPage(error.reason, returnTo), cookies);
};

const authorize =
  (provider: IdentityProvider) =>
  async (http: HttpRequest): Promise<Answer> => {
    const { returnTo } = parsed(googleAuthorizeEndpoint.query, http.event.queryStringParameters ?? {});
    const start = { provider, redirectUri: redirectUri(provider, http), returnTo };
    const send = async () => {
      const started = await signInWith.start(start, http.now);
      if (started.outcome === 'provider-not-configured') return notConfigured();
      return redirect(started.to.href, [attemptCookie(started.secret, secureCookies)]);
    };
    return send().catch(failedAt(provider, returnTo, []));
  };

const callback =
  (provider: IdentityProvider) =>
  async (http: HttpRequest): Promise<Answer> => {
    const forget = [attemptCookie('', secureCookies, 0)];
    const parameters = new URLSearchParams(http.event.rawQueryString);
    const sent = { provider, redirectUri: redirectUri(provider, http), callback: parameters, secret: secretOf(http) };
    const back = await signInWith.end(sent, http.now);
    if (back.outcome === 'provider-not-configured') return notConfigured();
    if (back.outcome === 'sign-in-expired') return redirect(signInPage(back.outcome, HOME), forget);
    const enter = async () => {
      const found = await signInWith.accountOfPerson(provider, await back.person(), contextOf(http, undefined));
      if (found.outcome !== 'recognised') return redirect(signInPage(found.outcome, back.returnTo), forget);
      return redirect(back.returnTo, [await answers.cookieOfNew(found.account.memberId, http.now), ...forget]);
    };
    return enter().catch(failedAt(provider, back.returnTo, forget));
  };

/** What holds of every read: a malformed consistency token is refused; and of whoever begins sessions: not too many. */
const admitted = (serve: (http: HttpRequest) => Promise<Answer>) => async (http: HttpRequest) => {
  seenBy(http);
  await admitAddress(http);
  return serve(http);
};

/** Signing in with somebody else's word. A browser follows these, so all ends are addresses, but a provider that nobody set up. */
export const handler = httpQueries({
  [googleAuthorizeEndpoint.route]: admitted(authorize('google')),
  [googleCallbackEndpoint.route]: admitted(callback('google')),
  [gitHubAuthorizeEndpoint.route]: admitted(authorize('github')),
  [gitHubCallbackEndpoint.route]: admitted(callback('github')),
});
