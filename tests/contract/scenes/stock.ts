import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../support/library.ts';
import type { Sent, Stage } from '../stage.ts';

const ONE = '/api/products/{productId}';
const LOW = 'GET /api/products/low-stock';
type Item = Record<string, unknown>;

export const stockScenes = (stage: Stage) =>
  describe('stock over HTTP', () => {
    /** A new product with some stock. */
    const counted = async (stock: number, alertLevel = 0) => {
      const { token } = await stage.library.signIn('librarian');
      const call = (route: string, sent: Omit<Sent, 'as' | 'token'>, status: number, code?: string) =>
        stage.call(route, { as: 'librarian', token, ...sent }, status, code);
      const { categoryId } = (await call('POST /api/categories', { body: { name: uuid() } }, 201)).body;
      const body = {
        name: uuid(),
        description: 'Blue',
        categoryId,
        price: { amount: 300, currency: 'JPY' },
        alertLevel,
      };
      const params = { productId: (await call('POST /api/products', { body }, 201)).body.productId };
      const adjust = (change: number, status = 200, code?: string) =>
        call(`POST ${ONE}/stock`, { params, body: { change, reason: `by ${change}` } }, status, code);
      if (stock > 0) await adjust(stock);
      const setLevel = (level: number, status = 200) =>
        call(`PUT ${ONE}/alert-level`, { params, body: { level } }, status);
      const history = async (query: Record<string, string> = {}): Promise<Reply> => {
        await stage.library.settled();
        return call(`GET ${ONE}/stock-history`, { params, query }, 200);
      };
      const isListedAsLow = async (): Promise<boolean> => {
        await stage.library.settled();
        for (let cursor: string | null = ''; cursor !== null; ) {
          const page: Reply = await call(LOW, { query: { limit: '100', ...(cursor && { cursor }) } }, 200);
          if (page.body.items.some(({ productId }: Item) => productId === params.productId)) return true;
          cursor = page.body.nextCursor;
        }
        return false;
      };
      return { call, params, adjust, setLevel, history, isListedAsLow };
    };

    it('given a product, when pieces are counted in and out, then its stock and its history tell', async () => {
      const { adjust, history, call, params } = await counted(10);
      expect((await adjust(-3)).body).toEqual({ stock: 7 });
      await adjust(-8, 409, 'insufficient-stock');
      expect((await adjust(-7)).body).toEqual({ stock: 0 });
      const at = expect.any(String);
      const { body } = await history();
      expect(body).toEqual({
        items: [
          { at, change: -7, stock: 0, reason: 'by -7' },
          { at, change: -3, stock: 7, reason: 'by -3' },
          { at, change: 10, stock: 10, reason: 'by 10' },
        ],
        nextCursor: null,
      });
      const first = (await history({ limit: '2' })).body;
      const second = (await history({ limit: '2', cursor: first.nextCursor })).body;
      expect([...first.items, ...second.items]).toEqual(body.items);
      expect((await call(`GET ${ONE}`, { params }, 200)).body.stock).toBe(0);
    });

    it('given a product, when many count out at the same moment, then no piece is counted out twice', async () => {
      const { call, params, history } = await counted(5);
      const { token } = await stage.library.signIn('librarian');
      const body = { change: -1, reason: 'sold at the desk' };
      const replies = await Promise.all(
        Array.from({ length: 8 }, () =>
          stage.library.call(`POST /api/products/${params.productId}/stock`, { token, body }),
        ),
      );
      expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 409, 409, 409]);
      expect((await history()).body.items).toHaveLength(6);
      expect((await call(`GET ${ONE}`, { params }, 200)).body.stock).toBe(0);
    });

    it('given an alert level, when stock is at or below it, then the product is listed as low', async () => {
      const { adjust, setLevel, isListedAsLow } = await counted(10, 4);
      expect(await isListedAsLow()).toBe(false);
      await adjust(-6);
      expect(await isListedAsLow()).toBe(true);
      expect((await setLevel(3)).body).toEqual({ stock: 4, alertLevel: 3 });
      expect(await isListedAsLow()).toBe(false);
      await setLevel(4);
      expect(await isListedAsLow()).toBe(true);
    });

    it('given what cannot be a count or a level, when it is sent, then the field is named', async () => {
      const { call, params } = await counted(0);
      for (const [path, more] of [
        ['change', { change: 0 }],
        ['change', { change: 1.5 }],
        ['change', { change: 100_001 }],
        ['reason', { reason: ' ' }],
      ] as const) {
        const body = { change: 1, reason: 'found', ...more };
        const refused = await call(`POST ${ONE}/stock`, { params, body }, 400, 'invalid-request');
        expect(refused.body.errors).toMatchObject([{ path }]);
      }
      const refused = await call(`PUT ${ONE}/alert-level`, { params, body: { level: -1 } }, 400, 'invalid-request');
      expect(refused.body.errors).toMatchObject([{ path: 'level' }]);
    });
  });
