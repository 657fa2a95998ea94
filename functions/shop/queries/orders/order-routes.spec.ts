import { describe, expect, it } from 'vitest';
import type { Role } from '../../../../events/accounts/role.ts';
import { MemberId } from '../../../../events/ids.ts';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { request } from '../../../platform/http/phrases.ts';
import { rowPerStream } from '../../../platform/projection.ts';
import { inMemoryViewStore } from '../../../platform/view-store/in-memory.ts';
import { bookmark, GOES_WELL, orderStream } from '../../projections/orders/phrases.ts';
import { orders } from '../../projections/orders/project.ts';
import { orderRoutes } from './order-routes.ts';

type Story = Parameters<typeof orderStream>[1];
type Route = 'GET /api/orders/{orderId}' | 'GET /api/me/orders' | 'GET /api/orders';

const as = (memberId: string, ...roles: Role[]) => ({ memberId: MemberId.parse(memberId), roles });
const librarian = as('lib', 'librarian');

/** Orders o1, o2, … a minute apart, asked for as a route is. */
const shopWith = async (...stories: Story[]) => {
  const view = inMemoryViewStore();
  const apply = rowPerStream(orders, view, inMemoryEventStore());
  for (const [index, story] of stories.entries()) {
    const placedAt = new Date(Date.parse('2026-05-01T14:58:00.000Z') + index * 60_000).toISOString();
    for (const event of orderStream(`o${index + 1}`, story, placedAt)) await apply(event);
  }
  const routes = orderRoutes(view);
  const ask = async (route: Route, query: Record<string, string>, caller = librarian, orderId = '') => {
    const path = route.slice('GET '.length).replace('{orderId}', orderId);
    const answer = await routes[route]?.({ ...request(path, { query, params: { orderId } }), caller });
    return JSON.parse(answer?.body ?? '');
  };
  const found = async (query: Record<string, string>) =>
    (await ask('GET /api/orders', query)).items.map(({ orderId }: { orderId: string }) => orderId);
  return { ask, found };
};
const refusal = (status: number, code: string) => ({ problem: { status, code } });

describe('one order', () => {
  it('is shown to its member and to librarians, and to nobody else', async () => {
    const { ask } = await shopWith(GOES_WELL);
    const one = (caller: ReturnType<typeof as>, orderId = 'o1') =>
      ask('GET /api/orders/{orderId}', {}, caller, orderId);
    expect(await one(as('aki', 'member'))).toMatchObject({ orderId: 'o1', status: 'confirmed' });
    expect(await one(librarian)).toMatchObject({ orderId: 'o1' });
    await expect(one(as('ben', 'member'))).rejects.toMatchObject(refusal(403, 'forbidden'));
    await expect(one(as('ben', 'member'), 'o2')).rejects.toMatchObject(refusal(404, 'not-found'));
  });
});

describe('the own orders', () => {
  it('are the newest first, page by page, and nobody else’s', async () => {
    const bens = ['shop.order-placed', { memberId: 'ben' }] as const;
    const { ask } = await shopWith(GOES_WELL, [bens], GOES_WELL, ['shop.order-placed']);
    const page = async (query: Record<string, string>) => {
      const { items, nextCursor } = await ask('GET /api/me/orders', query, as('aki', 'member'));
      return { ids: items.map(({ orderId }: { orderId: string }) => orderId), nextCursor };
    };
    const first = await page({ limit: '2' });
    expect(first.ids).toEqual(['o4', 'o3']);
    expect(await page({ limit: '2', cursor: first.nextCursor })).toEqual({ ids: ['o1'], nextCursor: null });
  });
});

describe('the orders of everybody', () => {
  const mug = { ...bookmark, productId: 'mug', name: 'Blue mug' };
  const shop = () =>
    shopWith(
      GOES_WELL,
      [['shop.order-placed', { lines: [bookmark, mug] }]],
      [...GOES_WELL.slice(0, 2), 'shop.order-step-refused'],
    );

  it.each([
    [{}, ['o3', 'o2', 'o1']],
    [{ status: 'cancelling' }, ['o3']],
    [{ status: 'confirmed' }, ['o1']],
    [{ status: 'failed' }, []],
    [{ productId: 'mug' }, ['o2']],
    [{ productId: 'bookmark', status: 'pending' }, ['o2']],
    [{ q: 'BLUE' }, ['o2']],
    [{ q: '栞' }, ['o3', 'o2', 'o1']],
    [{ q: 'o3' }, ['o3']],
    [{ q: 'trk0a1b2c3d' }, ['o1']],
    [{ q: '0A1B' }, ['o1']],
    [{ q: 'TRKFFFFFFFF' }, []],
    [{ from: '2026-05-02' }, ['o3']],
    [{ to: '2026-05-01' }, ['o2', 'o1']],
    [{ from: '2026-05-01', to: '2026-05-02', status: 'pending' }, ['o2']],
    [{ from: '2026-05-03' }, []],
  ])('given the filter %j, are %j', async (query, ids) => expect(await (await shop()).found(query)).toEqual(ids));

  it('given a whole id, are the one order, when the rest holds of it too', async () => {
    const orderId = '0198c0de-0000-7000-8000-000000000001';
    const { found } = await shopWith(GOES_WELL, [['shop.order-placed', { orderId }]]);
    expect(await found({ q: orderId.toUpperCase() })).toEqual([orderId]);
    expect(await found({ q: orderId, to: '2026-05-01', status: 'pending' })).toEqual([orderId]);
    expect(await found({ q: orderId, from: '2026-05-02' })).toEqual([]);
    expect(await found({ q: orderId, status: 'failed' })).toEqual([]);
    expect(await found({ q: orderId.replace('1', '2') })).toEqual([]);
  });

  it('go on where a page ended, and refuse a cursor of other parameters or made by somebody', async () => {
    const { ask } = await shop();
    const { nextCursor } = await ask('GET /api/orders', { limit: '1', q: '栞' });
    const rest = await ask('GET /api/orders', { limit: '5', q: '栞', cursor: nextCursor });
    expect(rest).toMatchObject({ items: [{ orderId: 'o2' }, { orderId: 'o1' }], nextCursor: null });
    const { of } = JSON.parse(Buffer.from(nextCursor, 'base64url').toString('utf8'));
    const made = Buffer.from(JSON.stringify({ of, at: { place: 'x#a b' } })).toString('base64url');
    for (const query of [{ cursor: nextCursor }, { q: '栞', cursor: made }])
      await expect(ask('GET /api/orders', query)).rejects.toMatchObject(refusal(400, 'invalid-request'));
  });

  it.each([
    { status: 'lost' },
    { from: 'yesterday' },
    { from: '2026-05-02', to: '2026-05-01' },
    { q: '   ' },
    { productId: 'a#b' },
  ])('refuse %j', async (query) => {
    const { ask } = await shop();
    const [path] = Object.keys(query).toReversed();
    await expect(ask('GET /api/orders', query as unknown as Record<string, string>)).rejects.toMatchObject({
      problem: { status: 400, errors: [{ path }] },
    });
  });

  it('are not for members', async () =>
    await expect((await shop()).ask('GET /api/orders', {}, as('aki', 'member'))).rejects.toMatchObject(
      refusal(403, 'forbidden'),
    ));
});
