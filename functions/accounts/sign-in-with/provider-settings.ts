import * as z from 'zod';

const isOnThisMachine = (hostname: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** Whether an address may be called without TLS: only where nobody stands between. */
export const isLoopback = (address: string): boolean =>
  URL.canParse(address) && isOnThisMachine(new URL(address).hostname);

/** Codes and secrets are sent there, so it is https, or a provider on this machine. */
const Address = z
  .url({ protocol: /^https?$/ })
  .refine((address) => address.startsWith('https:') || isLoopback(address), 'must be https');

const Client = z.object({ clientId: z.string().min(1), clientSecret: z.string().min(1) });

/** Who we are to Google, or to any other OpenID provider in its place. */
export const OpenIdSettings = Client.extend({ issuer: Address.default('https://accounts.google.com') });
export type OpenIdSettings = z.infer<typeof OpenIdSettings>;

/** Who we are to GitHub, or to a GitHub Enterprise in its place. */
export const GitHubSettings = Client.extend({
  url: Address.default('https://github.com'),
  apiUrl: Address.default('https://api.github.com'),
});
export type GitHubSettings = z.infer<typeof GitHubSettings>;
