import { describe, expect, it } from 'vitest';
import { GitHubSettings, OpenIdSettings } from './provider-settings.ts';
import { configuredProviders } from './providers.ts';

const start = new Date('2026-05-01T00:00:00Z');
const seconds = (count: number) => new Date(start.getTime() + count * 1000);
const client = { clientId: 'id', clientSecret: 'secret' };

describe('the settings of a provider', () => {
  it('are a client and its secret; the addresses are the public ones unless told', () => {
    expect(OpenIdSettings.parse(client)).toEqual({ ...client, issuer: 'https://accounts.google.com' });
    expect(GitHubSettings.parse(client)).toEqual({
      ...client,
      url: 'https://github.com',
      apiUrl: 'https://api.github.com',
    });
  });

  it.each(['http://localhost:1', 'http://127.0.0.1:1', 'https://id.example'])('may name %s', (issuer) =>
    expect(OpenIdSettings.safeParse({ ...client, issuer }).success).toBe(true));

  it.each([
    'http://id.example',
    'http://localhost.example',
    'ftp://localhost',
    'id.example',
    '',
  ])('may not name %s, where a secret would be read on the way', (issuer) =>
    expect(OpenIdSettings.safeParse({ ...client, issuer }).success).toBe(false));
});

describe('the providers of a stage', () => {
  const given = (written: { google?: string }) => {
    let reads = 0;
    const named = configuredProviders(async (name) => {
      reads++;
      return name === 'google' ? written.google : undefined;
    });
    return { named, reads: () => reads };
  };

  it('are those that somebody has set up', async () => {
    const { named } = given({ google: JSON.stringify(client) });
    expect(await named('google', start)).toBeDefined();
    expect(await named('github', start)).toBeUndefined();
  });

  it('are looked for again after a minute, also when there was none', async () => {
    const written: { google?: string } = {};
    const { named, reads } = given(written);
    expect(await named('google', start)).toBeUndefined();
    written.google = JSON.stringify(client);
    expect(await named('google', seconds(59))).toBeUndefined();
    expect(reads()).toBe(1);
    const provider = await named('google', seconds(60));
    expect(provider).toBeDefined();
    expect(await named('google', seconds(120))).toBe(provider);
    written.google = JSON.stringify({ ...client, clientSecret: 'another' });
    expect(await named('google', seconds(180))).not.toBe(provider);
  });
});
