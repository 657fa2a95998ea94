import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../support/library.ts';
import type { Sent, Stage } from '../stage.ts';

const NOBODY = '0198c0de-0000-7000-8000-000000000000';
const ALL = '/api/products';
const ONE = '/api/products/{productId}';
const yen = (amount: number) => ({ amount, currency: 'JPY' });
const seenIn = (reply: Reply) => ({ 'x-consistency-token': reply.headers.get('x-consistency-token') ?? '' });
type Item = Record<string, unknown>;

export const productScenes = (stage: Stage) =>
  describe('products over HTTP', () => {
    const asAnyone = async (route: string, sent: Omit<Sent, 'as'>, status = 200, code?: string) => {
      await stage.library.settled();
      return stage.call(route, { as: 'anyone', ...sent }, status, code);
    };
    const desk = async () => {
      const { token } = await stage.library.signIn('librarian');
      const call = (route: string, sent: Omit<Sent, 'as' | 'token'>, status: number, code?: string) =>
        stage.call(route, { as: 'librarian', token, ...sent }, status, code);
      const newCategory = async (parentId?: string): Promise<string> => {
        const body = { name: uuid(), ...(parentId !== undefined && { parentId }) };
        return (await call('POST /api/categories', { body }, 201)).body.categoryId;
      };
      const categoryId = await newCategory();
      const described = (more: object = {}) => ({
        name: `栞 ${uuid()}`,
        description: 'Thin brass.\n薄い真鍮。',
        categoryId,
        price: yen(880),
        ...more,
      });
      const add = (more: object = {}) => call(`POST ${ALL}`, { body: described(more) }, 201);
      const change = (productId: string, body: object, status = 200, code?: string) =>
        call(`PATCH ${ONE}`, { params: { productId }, body }, status, code);
      return { call, newCategory, categoryId, described, add, change, token };
    };
    const namesIn = ({ body }: Reply): unknown[] => body.items.map(({ name }: Item) => name);

    it('given a category, when a product is added, then it is there as it was sent, without stock', async () => {
      const { add, call } = await desk();
      const added = await add({ alertLevel: 5, images: ['/pictures/a.svg', 'https://example.test/b.png'] });
      const { productId, name, categoryId } = added.body;
      expect(added.headers.get('location')).toBe(`/api/products/${productId}`);
      const read = await asAnyone(`GET ${ONE}`, { params: { productId }, headers: seenIn(added) });
      expect(read.body).toEqual(added.body);
      expect(read.body).toMatchObject({ name, categoryId, price: yen(880), stock: 0, alertLevel: 5, active: true });
      await call(`POST ${ALL}`, { body: { ...(await desk()).described(), categoryId: NOBODY } }, 404, 'not-found');
    });

    it('given a product, when some of it is changed, then all else stays', async () => {
      const { add, change, newCategory } = await desk();
      const { body: before } = await add({ images: ['/pictures/a.svg'] });
      const categoryId = await newCategory();
      const changes = { price: yen(10_000_000), categoryId, alertLevel: 3, images: [] };
      const changed = await change(before.productId, changes);
      expect(changed.body).toEqual({ ...before, ...changes });
      const read = await asAnyone(`GET ${ONE}`, { params: before, headers: seenIn(changed) });
      expect(read.body).toEqual(changed.body);
      expect((await change(before.productId, {})).body).toEqual(changed.body);
      await change(before.productId, { categoryId: NOBODY }, 404, 'not-found');
    });

    it('given what cannot be a product, when it is sent, then the field is named', async () => {
      const { call, described } = await desk();
      const wrong: [string, object][] = [
        ['name', { name: 'x'.repeat(101) }],
        ['name', { name: '' }],
        ['price.amount', { price: yen(0) }],
        ['price.amount', { price: yen(10_000_001) }],
        ['price.amount', { price: yen(9.5) }],
        ['price.currency', { price: { amount: 100, currency: 'EUR' } }],
        ['price', { price: 100 }],
        ['alertLevel', { alertLevel: -1 }],
        ['images.0', { images: ['javascript:alert(1)'] }],
        ['stock', { stock: 5 }],
      ];
      for (const [path, more] of wrong) {
        const refused = await call(`POST ${ALL}`, { body: described(more) }, 400, 'invalid-request');
        expect(refused.body.errors).toMatchObject([{ path }]);
      }
    });

    it('given products in a category and below it, when the list is asked for the category, then both are in it', async () => {
      const { add, newCategory, categoryId } = await desk();
      const below = await newCategory(await newCategory(categoryId));
      const elsewhere = await newCategory();
      for (const [name, at] of [
        ['B', categoryId],
        ['A', below],
        ['C', elsewhere],
      ])
        await add({ name, categoryId: at });
      const listed = (id: string) => asAnyone(`GET ${ALL}`, { query: { categoryId: id } });
      expect(namesIn(await listed(categoryId))).toEqual(['A', 'B']);
      expect(namesIn(await listed(below))).toEqual(['A']);
      expect(namesIn(await listed(NOBODY))).toEqual([]);
    });

    it('given products, when they are filtered and sorted, then each page goes on where the last one ended', async () => {
      const { add, categoryId } = await desk();
      for (const [name, amount] of [
        ['Pens', 300],
        ['ink', 1500],
        ['Paper', 200],
        ['Bag', 300],
      ] as const)
        await add({ name, price: yen(amount), description: name === 'Bag' ? 'For INK and pens' : 'Fine' });
      const listed = async (query: Record<string, string>) => {
        const names: unknown[] = [];
        let cursor: string | null = '';
        while (cursor !== null) {
          const paged = { categoryId, limit: '1', ...query, ...(cursor && { cursor }) };
          const page: Reply = await asAnyone(`GET ${ALL}`, { query: paged });
          names.push(...namesIn(page));
          cursor = page.body.nextCursor;
        }
        return names;
      };
      expect(await listed({})).toEqual(['Bag', 'Paper', 'Pens', 'ink']);
      expect(await listed({ order: 'desc' })).toEqual(['ink', 'Pens', 'Paper', 'Bag']);
      expect(await listed({ sort: 'newest' })).toEqual(['Bag', 'Paper', 'ink', 'Pens']);
      expect(await listed({ sort: 'newest', order: 'asc' })).toEqual(['Pens', 'ink', 'Paper', 'Bag']);
      expect(await listed({ sort: 'price' })).toEqual(['Paper', 'Pens', 'Bag', 'ink']);
      expect(await listed({ sort: 'price', minPrice: '300', maxPrice: '300' })).toEqual(['Pens', 'Bag']);
      expect(await listed({ minPrice: '201', maxPrice: '1500' })).toEqual(['Bag', 'Pens', 'ink']);
      expect(await listed({ sort: 'price', minPrice: '2', maxPrice: '1' })).toEqual([]);
      expect(await listed({ q: 'Ink' })).toEqual(['Bag', 'ink']);
    });

    it('given a list of products, when it is asked wrongly, then the parameter is named', async () => {
      for (const [path, value] of [
        ['sort', 'colour'],
        ['order', 'up'],
        ['minPrice', '-1'],
        ['maxPrice', '1.5'],
        ['categoryId', '#'],
      ] as const) {
        const refused = await asAnyone(`GET ${ALL}`, { query: { [path]: value } }, 400, 'invalid-request');
        expect(refused.body.errors).toMatchObject([{ path }]);
      }
    });

    it('given a product off sale, when products are listed, then only staff see it, and search does not find it', async () => {
      const { add, change, call, categoryId } = await desk();
      const mark = uuid().slice(-12);
      const { productId } = (await add({ name: `Pens ${mark}` })).body;
      const found = async () => {
        const reply = await asAnyone('GET /api/search', { query: { q: mark, kind: 'product' } });
        return reply.body.items.map(({ kind, id }: Item) => [kind, id]);
      };
      const query = { categoryId };
      expect(await found()).toEqual([['product', productId]]);
      expect((await change(productId, { active: false })).body.active).toBe(false);
      expect(await found()).toEqual([]);
      expect((await asAnyone(`GET ${ALL}`, { query })).body.items).toEqual([]);
      const { token } = await stage.library.register();
      expect((await stage.call(`GET ${ALL}`, { as: 'member', token, query }, 200)).body.items).toEqual([]);
      expect((await call(`GET ${ALL}`, { query }, 200)).body.items).toMatchObject([{ productId, active: false }]);
      await change(productId, { active: true, name: `Ink ${mark}` });
      expect(await found()).toEqual([['product', productId]]);
    });

    it('given a product, when it is withdrawn, then it is gone from everywhere', async () => {
      const { add, change, call, categoryId } = await desk();
      const { body: product } = await add({ name: `Pens ${uuid().slice(-12)}` });
      const params = { productId: product.productId };
      await call(`DELETE ${ONE}`, { params }, 204);
      await asAnyone(`GET ${ONE}`, { params }, 404, 'not-found');
      expect((await call(`GET ${ALL}`, { query: { categoryId } }, 200)).body.items).toEqual([]);
      const found = await asAnyone('GET /api/search', { query: { q: product.name.slice(-12) } });
      expect(found.body.total).toBe(0);
      await change(product.productId, { name: 'Pens' }, 404, 'not-found');
      await call(`DELETE ${ONE}`, { params }, 404, 'not-found');
      await call(`POST ${ONE}/stock`, { params, body: { change: 1, reason: 'found' } }, 404, 'not-found');
      await call(`PUT ${ONE}/alert-level`, { params, body: { level: 1 } }, 404, 'not-found');
      await call(`GET ${ONE}/stock-history`, { params }, 404, 'not-found');
    });

    it('given products that were read, when nothing has changed, then nothing is sent again', async () => {
      const { add, change, categoryId } = await desk();
      const params = { productId: (await add()).body.productId };
      for (const route of [`GET ${ALL}`, `GET ${ONE}`]) {
        const sent = { params, query: { categoryId } };
        const etag = (await asAnyone(route, sent)).headers.get('etag') ?? '';
        await asAnyone(route, { ...sent, headers: { 'if-none-match': etag } }, 304);
        await change(params.productId, { name: uuid() });
        await asAnyone(route, { ...sent, headers: { 'if-none-match': etag } });
      }
    });
  });
