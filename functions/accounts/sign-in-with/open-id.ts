import * as oauth from 'oauth4webapi';
import { type Authorization, exchangeCode } from './code-exchange.ts';
import type { Person, Provider, Round } from './port.ts';
import { asking, callsTo } from './provider-calls.ts';
import type { OpenIdSettings } from './provider-settings.ts';

const SCOPE = 'openid email profile';

/** Google, or any OpenID provider: what it is able to is discovered once, its ID token is checked to the signature. */
export const openId = ({ clientId, clientSecret, issuer }: OpenIdSettings): Provider => {
  const client: oauth.Client = { client_id: clientId };
  let server: oauth.AuthorizationServer | undefined;
  const discover = async (): Promise<oauth.AuthorizationServer> => {
    const url = new URL(issuer);
    server ??= await oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, callsTo(issuer)));
    return server;
  };

  return {
    authorizationUrl: (round) =>
      asking(async () => {
        const { authorization_endpoint } = await discover();
        if (authorization_endpoint === undefined) throw new Error(`${issuer} names no authorization endpoint`);
        const url = new URL(authorization_endpoint);
        const parameters = {
          client_id: clientId,
          response_type: 'code',
          scope: SCOPE,
          redirect_uri: round.redirectUri,
          state: round.state,
          nonce: round.nonce,
          code_challenge: await oauth.calculatePKCECodeChallenge(round.codeVerifier),
          code_challenge_method: 'S256',
        };
        for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
        return url;
      }),
    personBehind: (callback, round) =>
      asking(async () => {
        const authorization = { server: await discover(), client, secret: clientSecret };
        return personOf(await idTokenFor(authorization, callback, round));
      }),
  };
};

const idTokenFor = async (authorization: Authorization, callback: URLSearchParams, round: Round) => {
  const answer = await exchangeCode(authorization, callback, round);
  const { server, client } = authorization;
  const expected = { expectedNonce: round.nonce, requireIdToken: true };
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, expected);
  await oauth.validateApplicationLevelSignature(server, answer, callsTo(server.issuer));
  return oauth.getValidatedIdTokenClaims(tokens);
};

const textOf = (claim: unknown): string | undefined => (typeof claim === 'string' ? claim : undefined);

const personOf = (claims: oauth.IDToken | undefined): Person => {
  if (!claims) throw new Error('the provider gave no ID token');
  const { sub, email, email_verified, name } = claims;
  return { subject: sub, verifiedEmail: email_verified === true ? textOf(email) : undefined, name: textOf(name) };
};
