import type { IdentityProvider } from '../../../events/accounts/identity-provider.ts';
import { gitHub } from './github.ts';
import { openId } from './open-id.ts';
import type { Provider } from './port.ts';
import { GitHubSettings, OpenIdSettings } from './provider-settings.ts';

/** How long a function goes on with the settings it has read; a new secret is known everywhere after it. */
const FRESH_MS = 60_000;

const makers: Readonly<Record<IdentityProvider, (settings: unknown) => Provider>> = {
  google: (settings) => openId(OpenIdSettings.parse(settings)),
  github: (settings) => gitHub(GitHubSettings.parse(settings)),
};

interface Known {
  text: string | undefined;
  provider: Provider | undefined;
  readAt: number;
}

/** The providers of a stage, whose settings somebody wrote as JSON; a provider without settings is none. */
export const configuredProviders = (read: (name: IdentityProvider) => Promise<string | undefined>) => {
  const known = new Map<IdentityProvider, Known>();
  return async (name: IdentityProvider, now: Date): Promise<Provider | undefined> => {
    const before = known.get(name);
    if (before && Math.abs(now.getTime() - before.readAt) < FRESH_MS) return before.provider;
    const text = await read(name);
    const made = () => (text === undefined ? undefined : makers[name](JSON.parse(text)));
    // What a provider has discovered about itself stays as long as its settings do.
    const provider = before && before.text === text ? before.provider : made();
    known.set(name, { text, provider, readAt: now.getTime() });
    return provider;
  };
};
