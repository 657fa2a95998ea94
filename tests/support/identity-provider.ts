import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK } from 'jose';
import { type Configuration, type JWK, Provider } from 'oidc-provider';

/** Somebody with an account at the provider. */
export interface ProvidersPerson {
  /** A number in letters, as GitHub's ids are. */
  id: string;
  name: string;
  email: string;
  isVerified: boolean;
}
type Mood = 'well' | 'down' | 'silent' | 'broken';

const CLIENT = { clientId: 'bunko', clientSecret: 'a secret of the test provider' };
const SCOPES = 'openid email profile read:user user:email';

/**
 * A certified OpenID provider on this machine, which a test starts. It stands for Google by discovery, and for GitHub by
 * GitHub's own paths: the OAuth ones are the provider's, the two of the REST API are answered here, for its access tokens.
 */
export const startIdentityProvider = async () => {
  const people = new Map<string, ProvidersPerson>();
  let atTheScreen: ProvidersPerson | 'refuses' | undefined;
  let mood: Mood = 'well';
  let provider: Provider | undefined;

  const server = createServer((request, response) => {
    if (mood === 'down') return void request.socket.destroy();
    if (mood === 'silent') return;
    if (mood === 'broken') return void response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Oops</h1>');
    if (!provider) return void response.writeHead(503).end();
    void serve(provider, request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;

  const serve = async (at: Provider, request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', issuer).pathname;
    if (path.startsWith('/interaction/')) return interact(at, request, response);
    if (path.startsWith('/user')) return rest(at, path, request, response);
    return at.callback()(request, response);
  };

  /** Who sits at the screen signs in, or will not. */
  const interact = async (at: Provider, request: IncomingMessage, response: ServerResponse) => {
    const result =
      atTheScreen === 'refuses' || !atTheScreen
        ? { error: 'access_denied', error_description: 'the person refused' }
        : { login: { accountId: atTheScreen.id } };
    await at.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };

  const rest = async (at: Provider, path: string, request: IncomingMessage, response: ServerResponse) => {
    const token = await at.AccessToken.find((request.headers.authorization ?? '').replace(/^Bearer /i, ''));
    const person = people.get(token?.accountId ?? '');
    const answer = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (!person) return answer(401, { message: 'Bad credentials' });
    const { id, name, email, isVerified: verified } = person;
    if (path === '/user') return answer(200, { id: Number(id), login: `login-${id}`, name, email: null });
    const other = { email: `other-${email}`, primary: false, verified: true };
    return answer(200, [other, { email, primary: true, verified }]);
  };

  const configuration = async (redirectUris: string[]): Promise<Configuration> => ({
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: redirectUris,
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [await newKey()] },
    cookies: { keys: [randomUUID()] },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    scopes: SCOPES.split(' '),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    routes: { authorization: '/login/oauth/authorize', token: '/login/oauth/access_token' },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Grant: 600, Interaction: 600, Session: 600 },
    async findAccount(_, accountId) {
      const person = people.get(accountId);
      if (!person) return undefined;
      const { id: sub, name, email, isVerified: email_verified } = person;
      return { accountId, claims: () => ({ sub, name, email, email_verified }) };
    },
    async loadExistingGrant({ oidc }) {
      const { client, session } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope(SCOPES);
      await grant.save();
      return grant;
    },
  });

  return {
    issuer,
    client: CLIENT,
    /** What the system must be told, as its operator would write it. */
    parameters: {
      '/bunko/local/sign-in-with/google': JSON.stringify({ ...CLIENT, issuer }),
      '/bunko/local/sign-in-with/github': JSON.stringify({ ...CLIENT, url: issuer, apiUrl: issuer }),
    },
    /** Begins to answer, for a system at this address. */
    async serve(url: string): Promise<void> {
      const redirectUris = ['google', 'github'].map((name) => new URL(`/api/auth/${name}/callback`, url).href);
      provider = new Provider(issuer, await configuration(redirectUris));
    },
    /** Who sits at the screen from now on. */
    seat(person: ProvidersPerson | 'refuses'): void {
      atTheScreen = person;
      if (person !== 'refuses') people.set(person.id, person);
    },
    feel(next: Mood): void {
      mood = next;
    },
    stop: (): Promise<void> => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
};

const newKey = async (): Promise<JWK> => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'test' } as JWK;
};
