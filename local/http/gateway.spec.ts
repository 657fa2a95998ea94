import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { jsonLog } from '../log.ts';
import type { Clock, FunctionInvoker, InvokeResult } from '../ports.ts';
import type { AuthorizerDefinition } from './api-definition.ts';
import { openGateway } from './gateway.ts';
import { type HttpServer, startServer } from './server.ts';

const NOW = new Date('2026-12-01T00:00:00Z');
const clock: Clock = { now: () => NOW, offsetMs: () => 0, onMove: () => undefined };
let server: HttpServer | undefined;
afterEach(() => server?.stop());

type Answers = Record<string, (event: unknown) => InvokeResult | Promise<InvokeResult>>;
const authorizer: AuthorizerDefinition = {
  id: 'a1',
  functionName: 'authorizer',
  identitySource: ['$request.header.Authorization'],
  ttlSeconds: 0,
};

/** Serves one API whose functions are the given answers. */
const serve = async (answers: Answers, more: Partial<AuthorizerDefinition> = {}) => {
  const calls: string[] = [];
  const invoker: FunctionInvoker = {
    async invoke(name, event) {
      calls.push(name);
      return answers[name]?.(event) ?? { ok: false, errorType: 'Missing', errorMessage: name };
    },
  };
  const open = { functionName: 'echo', timeoutMs: 200, authorizer: undefined };
  const routes = [
    { ...open, routeKey: 'GET /api/echo/{id}' },
    { ...open, routeKey: 'POST /api/echo' },
    { ...open, routeKey: 'GET /api/private', authorizer: { ...authorizer, ...more } },
    { ...open, routeKey: 'GET /api/slow', functionName: 'slow' },
    { ...open, routeKey: 'GET /api/broken', functionName: 'broken' },
  ];
  const gateway = openGateway({ apiId: 'api1', stage: '$default', routes }, invoker, clock);
  const log = jsonLog({ write: () => undefined });
  server = await startServer({ port: 0, mounts: [{ prefix: '/api', localOnly: false, respond: gateway }], log });
  const url = `http://127.0.0.1:${server.port}`;
  return { calls, url, get: (path: string, init?: RequestInit) => fetch(url + path, init) };
};
const echo: Answers = { echo: (event) => ({ ok: true, payload: event }) };
const authorized = (context: object, isAuthorized = true): Answers => ({
  ...echo,
  authorizer: () => ({ ok: true, payload: { isAuthorized, context } }),
});

describe('the event of a request', () => {
  it('has payload format 2.0', async () => {
    const { get } = await serve(echo);
    const headers = { 'X-Tag': 'a', cookie: 'one=1; two=2', 'User-Agent': 'spec' };
    const answer = await get('/api/echo/a%20b?x=1&x=2&y=%E3%81%82', { headers });
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.json()).toMatchObject({
      version: '2.0',
      routeKey: 'GET /api/echo/{id}',
      rawPath: '/api/echo/a%20b',
      rawQueryString: 'x=1&x=2&y=%E3%81%82',
      queryStringParameters: { x: '1,2', y: 'あ' },
      pathParameters: { id: 'a b' },
      cookies: ['one=1', 'two=2'],
      headers: { 'x-tag': 'a', 'x-amzn-trace-id': expect.stringMatching(/^Root=1-/) },
      isBase64Encoded: false,
      requestContext: {
        apiId: 'api1',
        stage: '$default',
        http: {
          method: 'GET',
          path: '/api/echo/a%20b',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'spec',
        },
        time: '01/Dec/2026:00:00:00 +0000',
        timeEpoch: NOW.getTime(),
      },
    });
  });

  it('carries text as text and bytes as base64', async () => {
    const { get } = await serve(echo);
    const send = async (type: string, body: string | Uint8Array<ArrayBuffer>) =>
      (await get('/api/echo', { method: 'POST', headers: { 'content-type': type }, body })).json();
    expect(await send('application/json', '{"a":"文"}')).toMatchObject({ body: '{"a":"文"}', isBase64Encoded: false });
    expect(await send('image/png', new Uint8Array([255, 0]))).toMatchObject({ body: '/wA=', isBase64Encoded: true });
    expect(await send('text/plain', new Uint8Array([255, 0]))).toMatchObject({ body: '/wA=', isBase64Encoded: true });
  });
});

describe('an answer of the gateway itself', () => {
  it('is 404 without a route, 500 for a fault, 503 when the function is late', async () => {
    const late = () => new Promise<InvokeResult>(() => undefined);
    const { get } = await serve({ slow: late });
    expect([
      (await get('/api/nothing')).status,
      (await get('/api/broken')).status,
      (await get('/api/slow')).status,
    ]).toEqual([404, 500, 503]);
    expect(await (await get('/api/broken')).json()).toEqual({ message: 'Internal Server Error' });
  });

  it('is 413 for a body above 6 MB, and the next request works', async () => {
    const { get } = await serve(echo);
    const answer = await get('/api/echo', { method: 'POST', body: 'x'.repeat(6.1 * 2 ** 20) });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([413, 'application/problem+json']);
    expect(await answer.json()).toMatchObject({ status: 413, code: 'too-large' });
    expect((await get('/api/echo/1')).status).toBe(200);
  });

  it('to HEAD is that of GET without its body; OPTIONS names the methods', async () => {
    const { get } = await serve(echo);
    const head = await get('/api/echo/1', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const options = await get('/api/echo/1', { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, OPTIONS']);
  });

  it('to what is no HTTP is 400, and the server keeps serving', async () => {
    const { get, url } = await serve(echo);
    const said = await new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(url).port), '127.0.0.1', () =>
        socket.write('\x16\x03\x01 nonsense\r\n\r\n'),
      );
      socket.on('data', (data) => resolve(data.toString()));
    });
    expect(said).toMatch(/^HTTP\/1.1 400/);
    expect((await get('/api/echo/1')).status).toBe(200);
  });
});

describe('an authorizer', () => {
  const as = (authorization: string) => ({ headers: { authorization } });

  it('gives its context to the function', async () => {
    const { get } = await serve(authorized({ sub: 'm1' }));
    expect(await (await get('/api/private', as('Bearer t'))).json()).toMatchObject({
      requestContext: { authorizer: { lambda: { sub: 'm1' } } },
    });
  });

  it('is not asked without an identity: 401', async () => {
    const { get, calls } = await serve(authorized({}));
    expect((await get('/api/private')).status).toBe(401);
    expect(calls).toEqual([]);
  });

  it('denies with 403, and its own fault is 500', async () => {
    const denying = await serve(authorized({}, false));
    expect((await denying.get('/api/private', as('t'))).status).toBe(403);
    await server?.stop();
    const failing = await serve({ authorizer: () => ({ ok: true, payload: 'nonsense' }) });
    expect((await failing.get('/api/private', as('t'))).status).toBe(500);
  });

  it.each([
    [0, 2],
    [60, 1],
  ])('with a TTL of %i s is asked %i times for two requests of one caller', async (ttlSeconds, times) => {
    const { get, calls } = await serve(authorized({}), { ttlSeconds });
    await get('/api/private', as('t'));
    await get('/api/private', as('t'));
    expect(calls.filter((name) => name === 'authorizer')).toHaveLength(times);
  });
});
