import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { withAccounts } from '../../tests/support/accounts.ts';
import { authorized, PASSWORD, type Reply, secondsOn, send, start } from './phrases.ts';
import { MOST_FAILURES, WINDOW_SECONDS } from './sign-in-limit/sign-in-limit.ts';

const { documents, fn, somebody, register, login, refresh } = withAccounts();
const callerOf = async ({ body }: Reply, at = start) => {
  const context = await authorized(fn().authorizer, `Bearer ${body.accessToken}`, at);
  return context ?? expect.fail('nobody');
};

describe('registering', () => {
  it('answers like a sign-in: who it is, an access token, a refresh cookie that no script and no other site sees', async () => {
    const { email, ...rest } = somebody();
    const answer = await register({ ...rest, email });
    const avatarUrl = expect.stringMatching(/^\/api\/avatars\/[\w-]+\.svg$/);
    const user = { id: expect.any(String), name: 'Aki', email, avatarUrl, roles: ['member'] };
    expect(answer).toMatchObject({
      status: 201,
      headers: { location: '/api/me', 'cache-control': 'no-store', 'x-consistency-token': expect.any(String) },
      body: { tokenType: 'Bearer', expiresIn: 900, user },
    });
    expect(answer.cookie).toMatch(
      /^bunko_refresh=[\w.-]+; HttpOnly; SameSite=Strict; Path=\/api\/auth; Max-Age=2592000; Secure$/,
    );
    const caller = await callerOf(answer);
    expect(caller).toEqual({ memberId: answer.body.user.id, roles: 'member' });
    expect((await send(fn().me, 'GET /api/me', { caller })).body).toEqual({
      ...answer.body.user,
      language: 'en',
      unsubscribed: [],
    });
  });

  it('is refused for an address that somebody has, however it is written, also at the same moment', async () => {
    const aki = somebody();
    const twins = await Promise.all(Array.from({ length: 4 }, () => register(aki)));
    expect(twins.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    const email = ` ${aki.email.toUpperCase()} `;
    expect(await register({ ...aki, email })).toMatchObject({ status: 409, body: { code: 'email-taken' } });
    expect((await login(email)).status).toBe(200);
  });

  it('with the same key gives the same account, and tokens that were kept nowhere', async () => {
    const aki = somebody();
    const headers = { 'idempotency-key': 'once' };
    const [first, again] = [await register(aki, headers), await register(aki, headers)];
    expect(again).toMatchObject({ status: 201, headers: { 'idempotent-replayed': 'true' } });
    expect(again.body.user).toEqual(first.body.user);
    expect((await refresh(again)).status).toBe(200);
    const kept = JSON.stringify((await documents().send(new ScanCommand({ TableName: 'claims' }))).Items);
    for (const secret of [first.body.accessToken, first.cookie.slice(14, 90), aki.password, aki.name, aki.email])
      expect(kept).not.toContain(secret);
    expect(await register({ ...aki, name: 'Mei' }, headers)).toMatchObject({ status: 422 });
  });

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: 'a\u0007' }],
    ['name', { name: '\ud800' }],
    ['email', { email: 'nobody' }],
    ['email', { email: `${'x'.repeat(250)}@example.test` }],
    ['password', { password: 'seven77' }],
    ['password', { password: 'x'.repeat(129) }],
    ['roles', { roles: ['admin'] }],
  ])('names a bad %s: %j', async (path, wrong) => {
    const answer = await register({ ...somebody(), ...wrong });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request', errors: [{ path }] } });
  });
});

describe('signing in', () => {
  it('says the same of a wrong password as of an unknown address', async () => {
    const { email } = (await register(somebody())).body.user;
    const [wrong, unknown] = [await login(email, 'wrong'), await login('nobody@example.test', 'wrong')];
    expect(wrong).toMatchObject({ status: 401, body: { code: 'invalid-credentials' } });
    expect(unknown.body).toEqual(wrong.body);
  });

  it.each([
    'known',
    'unknown',
  ])('is refused after ten failures of a %s account, until the window is over', async (which) => {
    const aki = somebody();
    if (which === 'known') await register(aki);
    for (let count = 0; count < MOST_FAILURES; count++) expect((await login(aki.email, 'wrong')).status).toBe(401);
    expect(await login(aki.email.toUpperCase(), PASSWORD, secondsOn(60))).toMatchObject({
      status: 429,
      headers: { 'retry-after': String(WINDOW_SECONDS - 60) },
      body: { code: 'too-many-requests' },
    });
    expect((await login(aki.email, PASSWORD, secondsOn(WINDOW_SECONDS))).status).toBe(which === 'known' ? 200 : 401);
  });

  it.each(['login', 'refresh', 'logout'] as const)('checks what it is sent: %s', async (route) => {
    const body = route === 'login' ? { email: 'a@example.test', password: PASSWORD } : {};
    const sent = (more: object, headers = {}) =>
      send(fn()[route], `POST /api/auth/${route}`, { body: { ...body, ...more }, headers });
    expect(await sent({ admin: true })).toMatchObject({ status: 400, body: { errors: [{ path: 'admin' }] } });
    expect(await sent({}, { 'idempotency-key': 'x'.repeat(129) })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'Idempotency-Key' }] },
    });
  });
});

describe('a session', () => {
  it('goes on with the newest cookie, with the roles of now, and ends when an older one comes', async () => {
    const first = await register(somebody());
    const memberId: string = first.body.user.id;
    const second = await refresh(first);
    expect(second).toMatchObject({ status: 200, body: { user: first.body.user } });
    const admin = { memberId: 'sora', roles: 'member,admin' };
    const route = 'PUT /api/members/{memberId}/roles';
    const give = (id: string, caller = admin) =>
      send(fn().changeRoles, route, { caller, params: { memberId: id }, body: { roles: ['librarian'] } });
    expect((await give(memberId)).status).toBe(204);
    expect(await give('nobody')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await give(memberId, { memberId: 'mei', roles: 'member,librarian' })).status).toBe(403);
    const third = await refresh(second);
    expect((await callerOf(third)).roles).toBe('member,librarian');
    expect(await refresh(first)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect((await refresh(third)).status).toBe(401);
  });

  it('ends with signing out, which nobody needs a session for', async () => {
    const signedIn = await register(somebody());
    for (const cookie of [signedIn.cookie, 'bunko_refresh=garbage', 'other=1']) {
      const out = await send(fn().logout, 'POST /api/auth/logout', { cookie });
      expect(out.status).toBe(204);
      expect(out.cookie).toContain('bunko_refresh=; HttpOnly; SameSite=Strict; Path=/api/auth; Max-Age=0');
    }
    expect((await send(fn().logout, 'POST /api/auth/logout')).status).toBe(204);
    expect((await refresh(signedIn)).status).toBe(401);
  });

  it('is nobody’s without a cookie', async () =>
    expect((await send(fn().refresh, 'POST /api/auth/refresh')).status).toBe(401));
});

describe('an account', () => {
  it('shows its new name at once', async () => {
    const caller = await callerOf(await register(somebody()));
    const change = (body: unknown) => send(fn().changeProfile, 'PATCH /api/me', { caller, body });
    expect(await change({ name: ' カ\u3099 ' })).toMatchObject({
      status: 200,
      body: { name: 'ガ', roles: ['member'] },
    });
    expect((await change({})).body.name).toBe('ガ');
    expect((await send(fn().me, 'GET /api/me', { caller })).body.name).toBe('ガ');
    expect((await change({ email: 'x@example.test' })).status).toBe(400);
    expect((await send(fn().me, 'GET /api/me')).status).toBe(401);
  });

  it('is known by its token until that expires, by the time of the request, and by nothing else', async () => {
    const { accessToken } = (await register(somebody())).body;
    expect(await authorized(fn().authorizer, `Bearer ${accessToken}`, secondsOn(899))).toBeDefined();
    for (const header of ['', 'Bearer', 'Bearer x', `Basic ${accessToken}`, `Bearer ${accessToken}x`])
      expect(await authorized(fn().authorizer, header)).toBeUndefined();
    expect(await authorized(fn().authorizer, `Bearer ${accessToken}`, secondsOn(900))).toBeUndefined();
  });

  it('is checked by others with the published keys, which are public halves only', async () => {
    const { accessToken } = (await register(somebody())).body;
    const { kid, alg } = JSON.parse(Buffer.from(accessToken.split('.')[0], 'base64url').toString());
    const { keys } = (await send(fn().keys, 'GET /api/.well-known/jwks.json')).body;
    expect(keys).toEqual([
      { kty: 'EC', crv: 'P-256', x: expect.any(String), y: expect.any(String), kid, alg, use: 'sig' },
    ]);
    const { body } = await send(fn().keys, 'GET /api/.well-known/openid-configuration');
    expect(body).toMatchObject({ issuer: 'http://localhost:4000', jwks_uri: expect.stringMatching(/jwks\.json$/) });
  });
});

describe('giving an account up', () => {
  it('ends every token at once, frees the address, and cannot be done twice', async () => {
    const person = somebody();
    const session = await register(person);
    const caller = await callerOf(session);
    expect(await send(fn().deleteAccount, 'DELETE /api/me', { caller })).toMatchObject({ status: 204 });

    expect(await authorized(fn().authorizer, `Bearer ${session.body.accessToken}`)).toBeUndefined();
    expect((await refresh(session)).status).toBe(401);
    expect(await login(person.email)).toMatchObject({ status: 401, body: { code: 'invalid-credentials' } });
    expect(await send(fn().deleteAccount, 'DELETE /api/me', { caller })).toMatchObject({ status: 404 });
    const again = await register(person);
    expect(again.status).toBe(201);
    expect(again.body.user.id).not.toBe(session.body.user.id);
    expect(await callerOf(again)).toMatchObject({ memberId: again.body.user.id });
  });
});
