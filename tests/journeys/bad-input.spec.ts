import { describe, expect, it } from 'vitest';
import type { Member } from '../support/library.ts';
import { withSystem } from '../support/system.ts';

describe('bad input', () => {
  const system = withSystem();
  const member = async () => system().library.register();
  const items = (...volumeIds: unknown[]) => ({ items: volumeIds.map((volumeId) => ({ volumeId })) });
  const borrowing = async (aki: Member, body: unknown) =>
    system().library.call('POST /api/loans', { token: aki.token, body });

  it.each([
    ['no items', {}, 'items'],
    ['an empty list', { items: [] }, 'items'],
    ['items that are no list', { items: 'v1' }, 'items'],
    ['six items', items('1', '2', '3', '4', '5', '6'), 'items'],
    ['the same volume twice', items('1', '1'), 'items'],
    ['a volume id that is a number', items(7), 'items.0.volumeId'],
    ['a volume id with a # in it', items('a#b'), 'items.0.volumeId'],
    ['an unknown field', { ...items('1'), price: 0 }, 'price'],
    ['an unknown field of an item', { items: [{ volumeId: '1', free: true }] }, 'items.0.free'],
    ['a list', [], 'body'],
    ['null', null, 'body'],
  ])('is named field by field: %s', async (_, body, path) => {
    const answer = await borrowing(await member(), body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request', status: 400 } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
  });

  it('is refused as JSON that is none, as another type, and as too large', async () => {
    const { library } = system();
    const { token } = await member();
    const sent = (raw: string, headers = {}) => library.call('POST /api/loans', { token, raw, headers });
    expect(await sent('{"items":')).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect(await sent('items=1', { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({
      status: 415,
      body: { code: 'unsupported-media-type' },
    });
    expect(await sent(JSON.stringify({ items: 'x'.repeat(200_000) }))).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
    expect(await sent(JSON.stringify({ items: 'x'.repeat(7_000_000) }))).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
  });

  it('is refused when it names what is not there', async () => {
    const { library } = system();
    const aki = await member();
    await library.settled();
    expect(await library.borrow(aki, 'nothing')).toMatchObject({ status: 404, body: { code: 'volume-not-found' } });
    for (const route of ['GET /api/loans/nothing', 'POST /api/loans/nothing/return', 'GET /api/loans/a%23b'])
      expect(await library.call(route, aki)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    for (const route of [
      'GET /api/volumes/nothing',
      'GET /api/volumes/nothing/availability',
      'GET /api/series/nothing',
    ])
      expect(await library.call(route)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await library.call('GET /api/nothing')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const wrong = await library.call('DELETE /api/loans');
    expect(wrong).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
    expect(wrong.headers.get('allow')).toBe('POST');
  });

  it('is refused from whoever may not: nobody, a member, another member', async () => {
    const { library } = system();
    const librarian = await library.signIn('librarian');
    const { volumeId } = await library.newVolume(librarian, 1);
    const [aki, mei] = [await member(), await member()];
    await library.settled();
    const { loanId } = (await library.borrow(aki, volumeId)).body;
    await library.settled();
    for (const token of [undefined, 'garbage', `${aki.token}x`, aki.token.split('.').slice(0, 2).join('.')])
      expect(await library.call('POST /api/loans', { token, body: { nonsense: 1 } })).toMatchObject({
        status: 401,
        body: { code: 'unauthenticated' },
      });
    expect(await library.call('POST /api/series', { token: aki.token, body: { nonsense: 1 } })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect(await library.call(`GET /api/loans/${loanId}`, mei)).toMatchObject({ status: 403 });
    expect(await library.call(`POST /api/loans/${loanId}/return`, mei)).toMatchObject({ status: 403 });
    expect(await library.call(`GET /api/loans/${loanId}`, librarian)).toMatchObject({ status: 200 });
  });

  it('is refused with an access token that has expired', async () => {
    const { library } = system();
    const aki = await member();
    await library.advance('PT16M');
    expect(await library.call('GET /api/me', aki)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  it.each([
    '',
    '%00',
    'x',
    Buffer.from('{"of":"x","at":{}}').toString('base64url'),
    'x'.repeat(5_000),
  ])('is refused as a broken cursor: %.30s', async (cursor) => {
    const answer = await system().library.call(`GET /api/series?cursor=${encodeURIComponent(cursor)}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request', errors: [{ path: 'cursor' }] } });
  });

  it.each(['0', '101', '-1', '1.5', 'ten', ''])('is refused as a limit of "%s"', async (limit) => {
    const answer = await system().library.call(`GET /api/series?limit=${limit}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request', errors: [{ path: 'limit' }] } });
  });

  it('is refused as a consistency token', async () => {
    for (const token of ['x', 'e30x', Buffer.from('{"a":1}').toString('base64url')])
      expect(
        await system().library.call('GET /api/series', { headers: { 'x-consistency-token': token } }),
      ).toMatchObject({ status: 400, body: { errors: [{ path: 'X-Consistency-Token' }] } });
  });
});

describe('an idempotency key', () => {
  const system = withSystem();

  it('gives the first answer again, also a refusal, to the same request, and 422 to another', async () => {
    const { library } = system();
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 5);
    const [aki, mei] = [await library.register(), await library.register()];
    await library.settled();
    const headers = { 'idempotency-key': 'the-same-key' };
    const borrow = ({ token }: Member, id: string) =>
      library.call('POST /api/loans', { token, headers, body: { items: [{ volumeId: id }] } });

    const first = await borrow(aki, volumeId);
    const again = await borrow(aki, volumeId);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(again.headers.get('x-consistency-token')).toBe(first.headers.get('x-consistency-token'));
    expect(await borrow(aki, 'another')).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect((await borrow(mei, volumeId)).status).toBe(201);

    const refusedHeaders = { 'idempotency-key': 'refused' };
    const refused = () =>
      library.call('POST /api/loans', { token: aki.token, headers: refusedHeaders, body: { items: [{ volumeId }] } });
    expect(await refused()).toMatchObject({ status: 409, body: { code: 'already-borrowed' } });
    const repeated = await refused();
    expect(repeated).toMatchObject({ status: 409, body: { code: 'already-borrowed' } });
    expect(repeated.headers.get('idempotent-replayed')).toBe('true');
  });

  it('makes twins at the same moment one effect', async () => {
    const { library } = system();
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 5);
    const aki = await library.register();
    await library.settled();
    const twins = await Promise.all(
      Array.from({ length: 6 }, () =>
        library.call('POST /api/loans', {
          token: aki.token,
          headers: { 'idempotency-key': 'twins' },
          body: { items: [{ volumeId }] },
        }),
      ),
    );
    const done = twins.filter(({ status }) => status === 201);
    expect(new Set(done.map(({ body }) => body.loanId)).size).toBe(1);
    for (const { status, body } of twins)
      expect(status === 201 || (status === 409 && body.code === 'idempotency-key-in-use') || status === 503).toBe(true);
    await library.settled();
    expect((await library.call(`GET /api/volumes/${volumeId}/availability`)).body).toMatchObject({ onLoan: 1 });
  });

  it.each(['x'.repeat(129)])('has at most 128 characters', async (key) => {
    const { library } = system();
    const answer = await library.call('POST /api/loans', {
      token: (await library.register()).token,
      headers: { 'idempotency-key': key },
      body: { items: [{ volumeId: 'v' }] },
    });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'Idempotency-Key' }] } });
  });
});
