import * as oauth from 'oauth4webapi';
import * as z from 'zod';
import { type Authorization, exchangeCode } from './code-exchange.ts';
import type { Person, Provider, Round } from './port.ts';
import { asking, callsTo } from './provider-calls.ts';
import type { GitHubSettings } from './provider-settings.ts';

const SCOPE = 'read:user user:email';
const User = z.object({ id: z.number().int(), login: z.string(), name: z.string().nullish() });
const Emails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** GitHub speaks OAuth without OpenID: who came is asked of its REST API, with the token for this one purpose. */
export const gitHub = ({ clientId, clientSecret, url, apiUrl }: GitHubSettings): Provider => {
  const client: oauth.Client = { client_id: clientId };
  const server: oauth.AuthorizationServer = {
    issuer: url,
    authorization_endpoint: `${url}/login/oauth/authorize`,
    token_endpoint: `${url}/login/oauth/access_token`,
  };
  return {
    authorizationUrl: async (round) => {
      const parameters = new URLSearchParams({
        client_id: clientId,
        response_type: 'code',
        scope: SCOPE,
        redirect_uri: round.redirectUri,
        state: round.state,
        code_challenge: await oauth.calculatePKCECodeChallenge(round.codeVerifier),
        code_challenge_method: 'S256',
      });
      return new URL(`${server.authorization_endpoint}?${parameters}`);
    },
    personBehind: (callback, round) =>
      asking(async () => {
        const token = await accessToken({ server, client, secret: clientSecret }, callback, round);
        return personWith(apiUrl, token);
      }),
  };
};

const accessToken = async (authorization: Authorization, callback: URLSearchParams, round: Round) => {
  const answer = await exchangeCode(authorization, callback, round);
  const { server, client } = authorization;
  return (await oauth.processAuthorizationCodeResponse(server, client, answer)).access_token;
};

const personWith = async (apiUrl: string, token: string): Promise<Person> => {
  const calls = callsTo(apiUrl);
  const headers = new Headers({ accept: 'application/vnd.github+json', 'user-agent': 'bunko' });
  const read = async (path: string): Promise<unknown> => {
    const answer = await oauth.protectedResourceRequest(token, 'GET', new URL(apiUrl + path), headers, null, calls);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  };
  const [user, emails] = await Promise.all([read('/user'), read('/user/emails')]);
  const { id, login, name } = User.parse(user);
  const primary = Emails.parse(emails).find((email) => email.primary && email.verified);
  return { subject: String(id), verifiedEmail: primary?.email, name: name ?? login };
};
