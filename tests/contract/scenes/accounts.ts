import { describe, expect, it } from 'vitest';
import { avatarUrlOf } from '../../../events/accounts/avatar-url.ts';
import { MemberId } from '../../../events/ids.ts';
import { type Member, PASSWORD } from '../../support/library.ts';
import type { Stage } from '../stage.ts';

const MOST_FAILURES = 10;
let addresses = 0;
const newAddress = () => `scene-${Date.now()}-${++addresses}@example.test`;

export const accountScenes = (stage: Stage) => {
  describe('registering over HTTP', () => registering(stage));
  describe('sessions over HTTP', () => sessions(stage));
  describe('a profile over HTTP', () => profile(stage));
  describe('roles over HTTP', () => roles(stage));
  describe('giving an account up over HTTP', () => givingUp(stage));
  describe('keys and avatars over HTTP', () => publicThings(stage));
  describe('providers over HTTP', () => providers(stage));
};

const login = (stage: Stage, email: string, password: string, status: number, code?: string) =>
  stage.call('POST /api/auth/login', { as: 'anyone', body: { email, password } }, status, code);
const me = ({ token }: Member, as: 'member' | 'owner' = 'owner') => ({ as, token });

const registering = (stage: Stage) => {
  it('given nobody has the address, then there is an account, a session and where to find it', async () => {
    const body = { name: 'Aki', email: newAddress(), password: PASSWORD };
    const { headers, body: answer } = await stage.call('POST /api/auth/register', { as: 'anyone', body }, 201);
    expect(headers.get('location')).toBe('/api/me');
    expect(headers.get('set-cookie')).toMatch(/^bunko_refresh=.+; HttpOnly; SameSite=Strict; Path=\/api\/auth;/);
    expect(answer.user).toMatchObject({ email: body.email, roles: ['member'], avatarUrl: avatarUrlOf(answer.user.id) });
  });

  it('given the same request again under its idempotency key, then it is the same account, and a session for it', async () => {
    const sent = {
      as: 'anyone',
      body: { name: 'Aki', email: newAddress(), password: PASSWORD },
      headers: { 'idempotency-key': newAddress() },
    } as const;
    const first = await stage.call('POST /api/auth/register', sent, 201);
    const again = await stage.call('POST /api/auth/register', sent, 201);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body.user.id).toBe(first.body.user.id);
  });

  it('given somebody has the address, in whatever case, then it is taken', async () => {
    const { email } = await stage.library.register();
    const body = { name: 'Mei', email: email.toUpperCase(), password: PASSWORD };
    await stage.call('POST /api/auth/register', { as: 'anyone', body }, 409, 'email-taken');
  });

  it('given a short password and no name, then both are named', async () => {
    const body = { name: ' ', email: newAddress(), password: 'short' };
    const { body: problem } = await stage.call(
      'POST /api/auth/register',
      { as: 'anyone', body },
      400,
      'invalid-request',
    );
    expect(problem.errors.map(({ path }: { path: string }) => path)).toEqual(['name', 'password']);
  });
};

const sessions = (stage: Stage) => {
  const refresh = ({ cookie }: Pick<Member, 'cookie'>, status: number, code?: string) =>
    stage.call('POST /api/auth/refresh', { as: 'owner', headers: { cookie } }, status, code);
  const cookieOf = (headers: Headers) => (headers.get('set-cookie') ?? '').split(';')[0] ?? '';

  it('given an account, when its password is right, then a session begins', async () => {
    const { email, id } = await stage.library.register();
    expect((await login(stage, email, PASSWORD, 200)).body.user.id).toBe(id);
  });

  it('given a wrong password or an unknown address, then the answer is the same', async () => {
    const { email } = await stage.library.register();
    const wrong = await login(stage, email, 'not the password', 401, 'invalid-credentials');
    const unknown = await login(stage, newAddress(), 'not the password', 401, 'invalid-credentials');
    expect(unknown.body).toEqual(wrong.body);
  });

  it('given ten failures, then the account waits, whatever is sent', async () => {
    const { email } = await stage.library.register();
    for (let failures = 0; failures < MOST_FAILURES; failures++)
      await login(stage, email, 'not the password', 401, 'invalid-credentials');
    const { headers } = await login(stage, email, PASSWORD, 429, 'too-many-requests');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('given a session, when it is refreshed, then its cookie is replaced, and the old one ends it for good', async () => {
    const member = await stage.library.register();
    const { headers } = await refresh(member, 200);
    const next = { cookie: cookieOf(headers) };
    expect(next.cookie).not.toBe(member.cookie);
    await refresh(member, 401, 'unauthenticated');
    await refresh(next, 401, 'unauthenticated');
  });

  it('given no cookie, then there is nothing to refresh and nothing to end', async () => {
    await stage.call('POST /api/auth/refresh', { as: 'anyone' }, 401, 'unauthenticated');
    await stage.call('POST /api/auth/logout', { as: 'anyone' }, 204);
  });

  it('given a session, when its member signs out, then it cannot be refreshed', async () => {
    const member = await stage.library.register();
    await stage.call('POST /api/auth/logout', { as: 'owner', headers: { cookie: member.cookie } }, 204);
    await refresh(member, 401, 'unauthenticated');
  });

  it('given two tabs that refresh at the same moment, then one goes on at most', async () => {
    const member = await stage.library.register();
    const headers = { cookie: member.cookie };
    const both = await Promise.all([1, 2].map(() => stage.library.call('POST /api/auth/refresh', { headers })));
    expect(both.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  });

  it('given an account, then its member sees it, and so does staff its own', async () => {
    const member = await stage.library.register();
    const { body } = await stage.call('GET /api/me', me(member), 200);
    expect(body).toMatchObject({ id: member.id, email: member.email });
    for (const as of ['librarian', 'admin'] as const)
      await stage.call('GET /api/me', { as, token: (await stage.library.signIn(as)).token }, 200);
  });
};

const profile = (stage: Stage) => {
  it('given a member, when name, language and mails are changed, then the answer and every later one show it', async () => {
    const member = await stage.library.register('Aki');
    const body = { name: 'Akiko', language: 'ja', unsubscribed: ['returned'] };
    const changed = await stage.call('PATCH /api/me', { ...me(member), body }, 200);
    expect(changed.body).toMatchObject(body);
    expect((await stage.call('GET /api/me', me(member), 200)).body).toEqual(changed.body);
    const blank = await stage.call('PATCH /api/me', { ...me(member), body: { name: ' ' } }, 400, 'invalid-request');
    expect(blank.body.errors).toMatchObject([{ path: 'name' }]);
  });
};

const roles = (stage: Stage) => {
  const give = (memberId: string, given: unknown, token: string, status: number, code?: string) =>
    stage.call(
      'PUT /api/members/{memberId}/roles',
      { as: 'admin', token, params: { memberId }, body: { roles: given } },
      status,
      code,
    );

  it('given a member, when an admin gives roles, then the next token has them, and no other', async () => {
    const { token } = await stage.library.signIn('admin');
    const member = await stage.library.register();
    await give(member.id, ['librarian'], token, 204);
    expect((await login(stage, member.email, PASSWORD, 200)).body.user.roles).toEqual(['member', 'librarian']);
    await give(member.id, [], token, 204);
    expect((await login(stage, member.email, PASSWORD, 200)).body.user.roles).toEqual(['member']);
  });

  it('given nobody of that id, then it is not found; a role that is none is named', async () => {
    const { token } = await stage.library.signIn('admin');
    await give('nobody', ['librarian'], token, 404, 'not-found');
    const { body } = await give('nobody', ['owner'], token, 400, 'invalid-request');
    expect(body.errors).toMatchObject([{ path: 'roles.0' }]);
  });
};

const givingUp = (stage: Stage) => {
  const leave = (member: Member, status: number, code?: string) =>
    stage.call('DELETE /api/me', me(member), status, code);

  it('given a loan, then it is refused until the loan is back', async () => {
    const { library } = stage;
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 1);
    const member = await library.register();
    await library.settled();
    const { body: loan } = await library.borrow(member, volumeId);
    await leave(member, 409, 'open-loans');
    await library.call(`POST /api/loans/${loan.loanId}/return`, { token: member.token });
    await leave(member, 204);
  });

  it('when it is done, then every token has ended, the address is free, and it cannot be done again', async () => {
    const member = await stage.library.register();
    await leave(member, 204);
    await stage.call('GET /api/me', me(member), 401, 'unauthenticated');
    await leave(member, 401, 'unauthenticated');
    await login(stage, member.email, PASSWORD, 401, 'invalid-credentials');
    const body = { name: 'Somebody else', email: member.email, password: PASSWORD };
    await stage.call('POST /api/auth/register', { as: 'anyone', body }, 201);
  });
};

const publicThings = (stage: Stage) => {
  it('the keys of the access tokens are public, and where they are too', async () => {
    await stage.call('GET /api/.well-known/jwks.json', { as: 'anyone' }, 200);
    const { body } = await stage.call('GET /api/.well-known/openid-configuration', { as: 'anyone' }, 200);
    expect((await fetch(body.jwks_uri)).status).toBe(200);
  });

  it('an avatar is drawn for whoever asks, and may be kept for ever', async () => {
    const { id } = await stage.library.register();
    const [, , , file = ''] = avatarUrlOf(MemberId.parse(id)).split('/');
    const { headers } = await stage.call('GET /api/avatars/{file}', { as: 'anyone', params: { file } }, 200);
    expect(headers.get('cache-control')).toContain('immutable');
    await stage.call('GET /api/avatars/{file}', { as: 'anyone', params: { file: 'aki.png' } }, 404, 'not-found');
  });
};

const providers = (stage: Stage) => {
  it.each(['google', 'github'])('given a stage without a client at %s, then it says so', async (provider) => {
    for (const step of ['authorize', 'callback'])
      await stage.call(`GET /api/auth/${provider}/${step}`, { as: 'anyone' }, 503, 'provider-not-configured');
    const query = { returnTo: 'https://evil.example/' };
    await stage.call(`GET /api/auth/${provider}/authorize`, { as: 'anyone', query }, 400, 'invalid-request');
  });
};
