import * as oauth from 'oauth4webapi';
import type { Round } from './port.ts';
import { callsTo } from './provider-calls.ts';

/** A provider, and who we are to it. */
export interface Authorization {
  server: oauth.AuthorizationServer;
  client: oauth.Client;
  secret: string;
}

/** What the provider answers for the code that came back with the browser, when its state is that of the round. */
export const exchangeCode = (
  { server, client, secret }: Authorization,
  callback: URLSearchParams,
  round: Round,
): Promise<Response> =>
  oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.ClientSecretPost(secret),
    oauth.validateAuthResponse(server, client, callback, round.state),
    round.redirectUri,
    round.codeVerifier,
    callsTo(server.issuer),
  );
