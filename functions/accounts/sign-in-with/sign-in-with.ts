import type { IdentityProvider } from '../../../events/accounts/identity-provider.ts';
import type { Attempts } from './attempts/port.ts';
import type { Person, Provider } from './port.ts';
import { browserOf, newSecret, roundOf } from './round.ts';

interface Needs {
  attempts: Attempts;
  /** Undefined for a provider that the stage has not configured. */
  providerNamed: (name: IdentityProvider, now: Date) => Promise<Provider | undefined>;
}
interface Start {
  provider: IdentityProvider;
  redirectUri: string;
  returnTo: string;
}
export type Started = { outcome: 'sent'; to: URL; secret: string } | { outcome: 'provider-not-configured' };

/** Sends a browser to a provider, and remembers that it did. Throws `ProviderFailed`. */
export const startSignIn =
  ({ attempts, providerNamed }: Needs) =>
  async ({ provider: name, redirectUri, returnTo }: Start, now: Date): Promise<Started> => {
    const provider = await providerNamed(name, now);
    if (!provider) return { outcome: 'provider-not-configured' };
    const [state, secret] = [newSecret(), newSecret()];
    const to = await provider.authorizationUrl(roundOf(state, secret, redirectUri));
    await attempts.begin(state, { provider: name, browser: browserOf(secret), returnTo }, now);
    return { outcome: 'sent', to, secret };
  };

interface Return {
  provider: IdentityProvider;
  redirectUri: string;
  callback: URLSearchParams;
  /** What the browser kept; undefined when it kept nothing. */
  secret: string | undefined;
}
export type Returned =
  | { outcome: 'back'; returnTo: string; person: () => Promise<Person> }
  | { outcome: 'sign-in-expired' }
  | { outcome: 'provider-not-configured' };

/** Takes a browser back from a provider. The attempt is spent before the provider is asked, so nothing can be tried twice. */
export const endSignIn =
  ({ attempts, providerNamed }: Needs) =>
  async ({ provider: name, redirectUri, callback, secret }: Return, now: Date): Promise<Returned> => {
    const provider = await providerNamed(name, now);
    if (!provider) return { outcome: 'provider-not-configured' };
    const state = callback.get('state');
    if (!state || secret === undefined) return { outcome: 'sign-in-expired' };
    const returnTo = await attempts.take(state, { provider: name, browser: browserOf(secret) }, now);
    if (returnTo === undefined) return { outcome: 'sign-in-expired' };
    const person = () => provider.personBehind(callback, roundOf(state, secret, redirectUri));
    return { outcome: 'back', returnTo, person };
  };
