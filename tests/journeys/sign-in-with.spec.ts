import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, newBrowser } from '../support/browser.ts';
import { type ProvidersPerson, startIdentityProvider } from '../support/identity-provider.ts';
import { PASSWORD, type Reply } from '../support/library.ts';
import { type System, startSystem } from '../support/system.ts';
import { found } from '../support/words-in-files.ts';

type Name = 'google' | 'github';
let people = 0;
const somebody = (more: Partial<ProvidersPerson> = {}): ProvidersPerson => {
  const id = String(1000 + ++people);
  return { id, name: `Person ${id}`, email: `person-${id}@example.test`, isVerified: true, ...more };
};

let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
let system: System;
beforeAll(async () => {
  provider = await startIdentityProvider();
  system = await startSystem({ parameters: provider.parameters });
  await provider.serve(system.running.url);
}, 120_000);
afterEach(() => provider.feel('well'));
afterAll(async () => {
  await system.running.stop();
  await provider.stop();
}, 30_000);

const at = (path: string) => new URL(path, system.running.url);
const authorize = (name: Name, returnTo = '/me') =>
  at(`/api/auth/${name}/authorize?${new URLSearchParams({ returnTo })}`);
const isCallback = (url: URL) => url.origin === at('/').origin && url.pathname.endsWith('/callback');
const isPage = (url: URL) => url.origin === at('/').origin && !url.pathname.startsWith('/api/');

/** Signs in to the end; answers the page that the browser is sent to. */
const signIn = async (name: Name, person: ProvidersPerson | 'refuses', browser: Browser = newBrowser()) => {
  provider.seat(person);
  const page = await browser.follow(authorize(name), isPage);
  return { browser, page: page.pathname + page.search };
};
/** Signs in up to the address that brings the browser back. */
const comeBack = async (name: Name, person: ProvidersPerson, browser: Browser = newBrowser()) => {
  provider.seat(person);
  return { browser, callback: await browser.follow(authorize(name), isCallback) };
};
const endOf = async (browser: Browser, callback: URL) => {
  const page = await browser.follow(callback, isPage);
  return page.pathname + page.search;
};
const session = async (browser: Browser): Promise<Pick<Reply, 'status' | 'body'>> => {
  const answer = await browser.get(at('/api/auth/refresh'), 'POST');
  return { status: answer.status, body: await answer.json() };
};
const userOf = async (browser: Browser) => (await session(browser)).body.user;

describe.each(['google', 'github'] as const)('signing in with %s', (name) => {
  it('makes an account for who is new, with a card and a session, and finds it the next time', async () => {
    const person = somebody();
    const { browser, page } = await signIn(name, person);
    expect(page).toBe('/me');
    const { body } = await session(browser);
    expect(body.user).toMatchObject({ name: person.name, email: person.email, roles: ['member'] });
    await system.library.settled();
    const card = await system.library.call('GET /api/me/card', { token: body.accessToken });
    expect(card).toMatchObject({ status: 200, body: { status: 'active' } });

    const again = await signIn(name, { ...person, email: 'moved@example.test' });
    expect((await userOf(again.browser)).id).toBe(body.user.id);
  });

  it('binds the attempt to the browser, and the session to this site, by cookies no script can read', async () => {
    const browser = newBrowser();
    const started = await browser.get(authorize(name));
    expect(started.status).toBe(302);
    expect(started.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^bunko_sign_in=[\w-]{43}; HttpOnly; SameSite=Lax; Path=\/api\/auth; Max-Age=600$/),
    ]);
    const { browser: other, callback } = await comeBack(name, somebody());
    const ended = await other.get(callback);
    expect(ended.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^bunko_refresh=[\w.-]+; HttpOnly; SameSite=Strict; Path=\/api\/auth; Max-Age=\d+$/),
      expect.stringMatching(/^bunko_sign_in=; .*Max-Age=0$/),
    ]);
    expect(Object.fromEntries(ended.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });

  it('asks with PKCE (S256), a state and our own address to come back to', async () => {
    const started = await newBrowser().get(authorize(name));
    const to = new URL(started.headers.get('location') ?? '');
    expect(to.origin).toBe(provider.issuer);
    const asked = Object.fromEntries(to.searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      redirect_uri: at(`/api/auth/${name}/callback`).href,
    });
    expect('nonce' in asked).toBe(name === 'google');
  });

  it('enters the account that has the verified address, and ends a password that nobody proved, with its sessions', async () => {
    const person = somebody();
    const body = { name: 'Not quite', email: person.email.toUpperCase(), password: PASSWORD };
    const earlier = await system.library.call('POST /api/auth/register', { body });
    expect(earlier.status).toBe(201);
    const { browser } = await signIn(name, person);
    expect(await userOf(browser)).toMatchObject({ id: earlier.body.user.id, name: 'Not quite' });

    const login = await system.library.call('POST /api/auth/login', {
      body: { email: person.email, password: PASSWORD },
    });
    expect(login).toMatchObject({ status: 401, body: { code: 'invalid-credentials' } });
    const cookie = (earlier.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect((await system.library.call('POST /api/auth/refresh', { headers: { cookie } })).status).toBe(401);
    expect((await session(browser)).status).toBe(200);
  });

  it('is refused for an address that the provider has not verified, whether somebody has it here or not', async () => {
    const stranger = somebody({ isVerified: false });
    expect((await signIn(name, stranger)).page).toBe('/sign-in?error=email-not-verified&next=%2Fme');
    const victim = await system.library.register();
    const { browser, page } = await signIn(name, somebody({ email: victim.email, isVerified: false }));
    expect(page).toBe('/sign-in?error=email-not-verified&next=%2Fme');
    expect((await session(browser)).status).toBe(401);
  });

  it('ends at the sign-in page when its person refuses', async () =>
    expect((await signIn(name, 'refuses')).page).toBe('/sign-in?error=sign-in-cancelled&next=%2Fme'));

  it('works once for each state, in the browser that began, and for a state that was ours', async () => {
    const { browser, callback } = await comeBack(name, somebody());
    const expired = '/sign-in?error=sign-in-expired';
    expect(await endOf(newBrowser(), callback)).toBe(expired);
    const another = await comeBack(name, somebody());
    expect(await endOf(another.browser, callback)).toBe(expired);
    for (const state of ['', 'x', 'y'.repeat(43)]) {
      const wrong = new URL(callback);
      wrong.searchParams.set('state', state);
      const { browser: third } = await comeBack(name, somebody());
      expect(await endOf(third, wrong)).toBe(expired);
    }
    const cookie = browser.cookies(callback);
    expect(await endOf(browser, callback)).toBe('/me');
    expect(await endOf(browser, callback)).toBe(expired);
    const replayed = await fetch(callback, { redirect: 'manual', headers: { cookie } });
    expect(replayed.headers.get('location')).toBe(expired);
  });

  it('takes no code of another attempt: the provider checks it against the browser that asked (PKCE)', async () => {
    const victim = await comeBack(name, somebody());
    const thief = await comeBack(name, somebody());
    thief.callback.searchParams.set('code', victim.callback.searchParams.get('code') ?? '');
    expect(await endOf(thief.browser, thief.callback)).toBe('/sign-in?error=sign-in-failed&next=%2Fme');
    expect((await session(thief.browser)).status).toBe(401);
  });

  it('takes no code twice', async () => {
    const { browser, callback } = await comeBack(name, somebody());
    const code = callback.searchParams.get('code') ?? '';
    expect(await endOf(browser, callback)).toBe('/me');
    const again = await comeBack(name, somebody());
    again.callback.searchParams.set('code', code);
    expect(await endOf(again.browser, again.callback)).toBe('/sign-in?error=sign-in-failed&next=%2Fme');
  });

  it.each(['down', 'broken', 'silent'] as const)('ends at the sign-in page when the provider is %s', async (mood) => {
    const { browser, callback } = await comeBack(name, somebody());
    provider.feel(mood);
    expect(await endOf(browser, callback)).toBe('/sign-in?error=provider-unavailable&next=%2Fme');
  });

  it('goes to no other site afterwards', async () => {
    for (const returnTo of ['https://evil.example/', '//evil.example', '/\\evil.example', '/api/auth/logout']) {
      const answer = await newBrowser().get(authorize(name, returnTo));
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: 'invalid-request', errors: [{ path: 'returnTo' }] });
    }
  });

  it('makes one account of two first sign-ins at the same moment', async () => {
    const person = somebody();
    const [one, other] = [await comeBack(name, person), await comeBack(name, person)];
    await Promise.all([endOf(one.browser, one.callback), endOf(other.browser, other.callback)]);
    expect((await userOf(one.browser)).id).toBe((await userOf(other.browser)).id);
  });

  it('begins anew for who has left', async () => {
    const person = somebody();
    const { browser } = await signIn(name, person);
    const { body } = await session(browser);
    expect((await system.library.call('DELETE /api/me', { token: body.accessToken })).status).toBe(204);
    expect((await session(browser)).status).toBe(401);
    const again = await signIn(name, person);
    const user = await userOf(again.browser);
    expect(user).toMatchObject({ name: person.name, email: person.email });
    expect(user.id).not.toBe(body.user.id);
  });
});

describe('one person with two providers', () => {
  it('has one account when both verified the same address; the second ends nothing', async () => {
    const person = somebody();
    const first = await signIn('google', person);
    const { id } = await userOf(first.browser);
    const second = await signIn('github', { ...somebody(), email: person.email });
    expect((await userOf(second.browser)).id).toBe(id);
    expect((await userOf(first.browser)).id).toBe(id);
  });

  it('has no attempt at one that the other could end', async () => {
    const { browser, callback } = await comeBack('google', somebody());
    callback.pathname = '/api/auth/github/callback';
    expect(await endOf(browser, callback)).toBe('/sign-in?error=sign-in-expired');
  });
});

it('an ID token that was made for another attempt is not believed', async () => {
  provider.seat(somebody());
  const browser = newBrowser();
  const started = await browser.get(authorize('google'));
  const to = new URL(started.headers.get('location') ?? '');
  to.searchParams.set('nonce', 'of-another-attempt');
  const callback = await browser.follow(to, isCallback);
  expect(await endOf(browser, callback)).toBe('/sign-in?error=sign-in-failed&next=%2Fme');
});

it('whoever leaves is forgotten: no file knows what the provider called its person, the name or the address', async () => {
  const person = somebody({ id: '4503599627370495', name: 'Xochitl Quetzalcoatl', email: 'xochitl@example.test' });
  const { browser } = await signIn('github', person);
  const { body } = await session(browser);
  await system.library.settled();
  expect(found(system.dataDir, [person.email])).not.toEqual([]);
  expect((await system.library.call('DELETE /api/me', { token: body.accessToken })).status).toBe(204);
  await system.library.settled();
  expect(found(system.dataDir, [person.id, person.name, person.email])).toEqual([]);
});
