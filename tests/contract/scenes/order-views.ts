import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../../events/business-day.ts';
import type { Member, Reply } from '../../support/library.ts';
import { shopAt } from '../../support/shop.ts';
import type { Stage } from '../stage.ts';

const NOBODY = '0198c0de-0000-7000-8000-000000000000';
const ONE = 'GET /api/orders/{orderId}';
const OWN = 'GET /api/me/orders';
const ALL = 'GET /api/orders';
const STATISTICS = 'GET /api/orders/statistics';
const REPORT = 'GET /api/orders/reports/{day}';

const seenIn = (reply: Reply) => ({ 'x-consistency-token': reply.headers.get('x-consistency-token') ?? '' });
const idsIn = ({ body }: Reply): string[] => body.items.map(({ orderId }: { orderId: string }) => orderId);

export const orderViewScenes = (stage: Stage) =>
  describe('orders that are looked at over HTTP', () => {
    /** A product of the shop's own, and what Aki does with it. */
    const scene = async (pieces = 10) => {
      const shop = shopAt(stage.library);
      const librarian = await stage.library.signIn('librarian');
      const [aki, mei] = [await stage.library.register('Aki'), await stage.library.register('Mei')];
      const productId = await shop.newProduct(librarian, { yen: 1_200, pieces });
      await stage.library.settled();
      const order = async (wish: { quantity?: number; cardNumber?: string } = {}) => {
        const placed = await shop.place(aki, { productId, ...wish });
        expect(placed.status).toBe(202);
        return { orderId: String(placed.body.orderId), headers: seenIn(placed) };
      };
      const desk = (route: string, query: Record<string, string>, headers = {}) =>
        stage.call(route, { as: 'librarian', token: librarian.token, query, headers }, 200);
      return { shop, librarian, aki, mei, productId, order, desk };
    };
    const today = async () => dayOf(new Date((await stage.library.call('GET /_local/clock')).body.now));

    it('given an order, when it is looked at, then its member and librarians see it at once, and nobody else', async () => {
      const { librarian, aki, mei, order, shop } = await scene();
      const { orderId, headers } = await order({ quantity: 2 });
      const look = (as: 'owner' | 'librarian' | 'another member', { token }: Member, status = 200, code?: string) =>
        stage.call(ONE, { as, token, params: { orderId }, headers }, status, code);
      expect((await look('owner', aki)).body).toMatchObject({ orderId, total: { amount: 2_400 } });
      await look('librarian', librarian);
      await look('another member', mei, 403, 'forbidden');
      await stage.call(ONE, { as: 'member', token: mei.token, params: { orderId: NOBODY } }, 404, 'not-found');
      await shop.ended(aki, orderId);
      expect((await look('owner', aki)).body).toMatchObject({
        status: 'confirmed',
        payment: { status: 'captured', captured: { amount: 2_400 }, refunded: { amount: 0 }, last4: '4242' },
        shipment: { trackingNumber: expect.stringMatching(/^TRK[0-9A-F]{8}$/) },
        saga: { status: 'succeeded', startedAt: expect.any(String), completedAt: expect.any(String) },
      });
    });

    it('given several orders, when a member asks for the own ones, then the newest comes first, page by page', async () => {
      const { aki, mei, order } = await scene();
      const ids = [(await order()).orderId, (await order()).orderId];
      const { orderId, headers } = await order();
      const mine = (query: Record<string, string>) =>
        stage.call(OWN, { as: 'owner', token: aki.token, query, headers }, 200);
      const first = await mine({ limit: '2' });
      expect(idsIn(first)).toEqual([orderId, ids[1]]);
      expect(idsIn(await mine({ limit: '2', cursor: first.body.nextCursor }))).toEqual([ids[0]]);
      expect(idsIn(await stage.call(OWN, { as: 'another member', token: mei.token }, 200))).toEqual([]);
      const bad = { as: 'owner', token: aki.token, query: { cursor: 'moon' } } as const;
      await stage.call(OWN, bad, 400, 'invalid-request');
    });

    it('given orders of everybody, when a librarian looks for some, then finds them by what is known of them', async () => {
      const { aki, shop, productId, order, desk } = await scene();
      const [paid, declined] = [await order(), await order({ cardNumber: '4000000000000002' })];
      const { shipment } = await shop.ended(aki, paid.orderId);
      await shop.ended(aki, declined.orderId);
      await stage.library.settled();
      const found = async (query: Record<string, string>) => idsIn(await desk(ALL, { productId, ...query }));
      const day = await today();
      expect(await found({})).toEqual([declined.orderId, paid.orderId]);
      expect(await found({ status: 'cancelled' })).toEqual([declined.orderId]);
      expect(await found({ q: shipment?.trackingNumber.toLowerCase() ?? '' })).toEqual([paid.orderId]);
      expect(await found({ q: paid.orderId })).toEqual([paid.orderId]);
      expect(await found({ q: '文庫の栞' })).toHaveLength(2);
      expect(await found({ from: day, to: addDays(day, 1) })).toHaveLength(2);
      expect(await found({ to: addDays(day, -2) })).toEqual([]);
      expect(await found({ productId: NOBODY })).toEqual([]);
    });

    it('given orders of a day, when they are counted, then to the yen, and reported once their day has ended', async () => {
      const { librarian, aki, shop, productId, order, desk } = await scene();
      const count = async (query: Record<string, string> = {}) => (await desk(STATISTICS, query)).body;
      const before = await count();
      const [paid, declined] = [await order({ quantity: 3 }), await order({ cardNumber: '4000000000000002' })];
      for (const { orderId } of [paid, declined]) await shop.ended(aki, orderId);
      await stage.library.settled();
      const after = await count();
      expect(after.orders - before.orders).toBe(2);
      expect(after.revenue.amount - before.revenue.amount).toBe(3_600);
      expect(after.byStatus.cancelled - before.byStatus.cancelled).toBe(1);
      expect(after.byProduct).toContainEqual(expect.objectContaining({ productId, orders: 2, quantity: 4, sold: 3 }));
      const day = await today();
      const report = (of: string, status: number, code?: string) =>
        stage.call(REPORT, { as: 'librarian', token: librarian.token, params: { day: of } }, status, code);
      expect((await count({ from: addDays(day, -1) })).orders).toBeGreaterThanOrEqual(2);
      await report(addDays(day, 1), 404, 'not-found');
      await report('yesterday', 404, 'not-found');
      expect((await report(addDays(day, -1), 200)).body).toMatchObject({ day: addDays(day, -1) });
      const backwards = { from: day, to: addDays(day, -1) };
      const asked = { as: 'librarian', token: librarian.token, query: backwards } as const;
      for (const route of [ALL, STATISTICS]) await stage.call(route, asked, 400, 'invalid-request');
    });
  });
