import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { currentSession, endSession, keepSession, type SessionAnswer } from '../session.ts';
import { accessToken } from './access-token.ts';
import { refreshOnce } from './refresh.ts';

const sessionOf = (accessToken: string): SessionAnswer => ({
  accessToken,
  user: { id: 'u-1', name: 'Aki', email: 'aki@bunko.test', roles: ['member'] },
});

const answers = (status: number, body: unknown = {}) => new Response(JSON.stringify(body), { status });

/** The server, which answers when the test says so. */
const slowServer = () => {
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  vi.stubGlobal('fetch', () => promise);
  return { answer: resolve, break: reject };
};

describe('refreshing a session', () => {
  beforeEach(() => endSession());
  afterEach(() => vi.unstubAllGlobals());

  it('given a good cookie, when the session is refreshed, then its new token is kept', async () => {
    const server = slowServer();
    const refreshed = refreshOnce();
    server.answer(answers(200, sessionOf('new')));
    expect(await refreshed).toBe(true);
    expect(accessToken()).toBe('new');
  });

  it('given a member, when the server knows the cookie no more, then they are a guest', async () => {
    keepSession(sessionOf('old'));
    const server = slowServer();
    const refreshed = refreshOnce();
    server.answer(answers(401));
    expect(await refreshed).toBe(false);
    expect(currentSession().status).toBe('guest');
  });

  it.each([500, 502, 503, 504])('given a member, when the server fails with %i, then they stay one', async (status) => {
    keepSession(sessionOf('old'));
    const server = slowServer();
    const refreshed = refreshOnce();
    server.answer(answers(status));
    expect(await refreshed).toBe(false);
    expect(currentSession().status).toBe('member');
  });

  it('given a member, when nobody answers, then they stay one', async () => {
    keepSession(sessionOf('old'));
    const server = slowServer();
    const refreshed = refreshOnce();
    server.break(new TypeError('failed to fetch'));
    expect(await refreshed).toBe(false);
    expect(currentSession().status).toBe('member');
  });

  it('given a visitor whose first refresh is slow, when they sign in before its refusal comes, then they stay signed in', async () => {
    const server = slowServer();
    const refreshed = refreshOnce();
    keepSession(sessionOf('signed in'));
    server.answer(answers(401));
    expect(await refreshed).toBe(true);
    expect(accessToken()).toBe('signed in');
    expect(currentSession().status).toBe('member');
  });

  it('given a member who signs out, when a refresh of before comes back good, then they stay a guest', async () => {
    keepSession(sessionOf('old'));
    const server = slowServer();
    const refreshed = refreshOnce();
    endSession();
    server.answer(answers(200, sessionOf('new')));
    expect(await refreshed).toBe(false);
    expect(currentSession().status).toBe('guest');
  });
});
