import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../support/library.ts';
import type { Sent, Stage } from '../stage.ts';

const NOBODY = '0198c0de-0000-7000-8000-000000000000';
const ALL = '/api/categories';
const ONE = '/api/categories/{categoryId}';
const seenIn = (reply: Reply) => ({ 'x-consistency-token': reply.headers.get('x-consistency-token') ?? '' });

export const categoryScenes = (stage: Stage) =>
  describe('categories over HTTP', () => {
    const desk = async () => {
      const { token } = await stage.library.signIn('librarian');
      const call = (route: string, sent: Omit<Sent, 'as' | 'token'>, status: number, code?: string) =>
        stage.call(route, { as: 'librarian', token, ...sent }, status, code);
      const add = (parentId?: string, name = `分類 ${uuid()}`) =>
        call(`POST ${ALL}`, { body: { name, ...(parentId !== undefined && { parentId }) } }, 201);
      const change = (categoryId: string, body: object, status: number, code?: string) =>
        call(`PATCH ${ONE}`, { params: { categoryId }, body }, status, code);
      const drop = (categoryId: string, status: number, code?: string) =>
        call(`DELETE ${ONE}`, { params: { categoryId } }, status, code);
      return { call, add, change, drop };
    };
    /** A category as anyone finds it once everything was told. */
    const find = async (categoryId: string, status = 200, headers: Record<string, string> = {}) => {
      await stage.library.settled();
      return stage.call(`GET ${ONE}`, { as: 'anyone', params: { categoryId }, headers }, status);
    };

    it('given a name, when categories are added below each other, then the tree shows them, by name', async () => {
      const { add } = await desk();
      const top = await add();
      const { categoryId, name } = top.body;
      expect(top.body).toEqual({ categoryId, name, parentId: null, children: [] });
      expect(top.headers.get('location')).toBe(`/api/categories/${categoryId}`);
      const pens = await add(categoryId, 'Pens');
      const bags = await add(categoryId, 'Bags');
      const { body } = await find(categoryId, 200, seenIn(bags));
      const below = [bags, pens].map((added) => ({ ...added.body, parentId: categoryId, children: [] }));
      expect(body).toEqual({ categoryId, name, parentId: null, children: below });
      const tree = await stage.call(`GET ${ALL}`, { as: 'anyone' }, 200);
      expect(tree.body.items).toContainEqual(body);
    });

    it('given a category, when it is renamed or moved, then it takes along what is below it', async () => {
      const { add, change } = await desk();
      const [one, other] = [(await add()).body.categoryId, (await add()).body.categoryId];
      const child = (await add(one, 'Child')).body.categoryId;
      const grandchild = (await add(child, 'Grandchild')).body;
      const moved = await change(child, { parentId: other }, 200);
      expect(moved.body).toEqual({ categoryId: child, name: 'Child', parentId: other, children: [grandchild] });
      const renamed = await change(child, { name: 'Renamed' }, 200);
      expect(renamed.body).toMatchObject({ name: 'Renamed', parentId: other });
      expect((await find(one)).body.children).toEqual([]);
      expect((await find(other)).body.children).toEqual([renamed.body]);
      expect((await change(child, { parentId: null }, 200)).body.parentId).toBeNull();
    });

    it('given a category, when it is moved below itself or what is below it, then it is refused', async () => {
      const { add, change } = await desk();
      const top = (await add()).body.categoryId;
      const below = (await add((await add(top)).body.categoryId)).body.categoryId;
      await change(top, { parentId: top }, 409, 'below-itself');
      await change(top, { parentId: below }, 409, 'below-itself');
    });

    it('given twenty levels, when one more is added or moved below, then it is too deep', async () => {
      const { add, change, call } = await desk();
      let deepest: string | undefined;
      for (let level = 1; level <= 20; level++) deepest = (await add(deepest)).body.categoryId;
      await call(`POST ${ALL}`, { body: { name: 'Too deep', parentId: deepest } }, 409, 'too-deep');
      await change((await add()).body.categoryId, { parentId: deepest }, 409, 'too-deep');
    });

    it('given something in a category, when it is deleted, then that is refused until it is empty', async () => {
      const { add, drop, call } = await desk();
      const top = (await add()).body.categoryId;
      const child = (await add(top)).body.categoryId;
      await drop(top, 409, 'category-not-empty');
      const body = { name: 'Pens', description: 'Blue', categoryId: child, price: { amount: 300, currency: 'JPY' } };
      const { productId } = (await call('POST /api/products', { body }, 201)).body;
      await drop(child, 409, 'category-not-empty');
      await call('DELETE /api/products/{productId}', { params: { productId } }, 204);
      await drop(child, 204);
      await drop(top, 204);
      await find(child, 404);
      await drop(top, 404, 'not-found');
    });

    it('given a product that moves to another category, when the first is deleted, then nothing holds it', async () => {
      const { add, drop, call } = await desk();
      const [from, to] = [(await add()).body.categoryId, (await add()).body.categoryId];
      const body = { name: 'Pens', description: 'Blue', categoryId: from, price: { amount: 300, currency: 'JPY' } };
      const { productId } = (await call('POST /api/products', { body }, 201)).body;
      await call('PATCH /api/products/{productId}', { params: { productId }, body: { categoryId: to } }, 200);
      await drop(from, 204);
      await drop(to, 409, 'category-not-empty');
    });

    it('given a category that nobody knows, when anything is asked of it, then it is not found', async () => {
      const { call, add, change, drop } = await desk();
      await find(NOBODY, 404);
      await change(NOBODY, { name: 'Pens' }, 404, 'not-found');
      await drop(NOBODY, 404, 'not-found');
      await call(`POST ${ALL}`, { body: { name: 'Pens', parentId: NOBODY } }, 404, 'not-found');
      await change((await add()).body.categoryId, { parentId: NOBODY }, 404, 'not-found');
    });

    it('given what cannot be a category, when it is sent, then the field is named', async () => {
      const { call } = await desk();
      const wrong = [
        { path: 'name', body: {} },
        { path: 'name', body: { name: ' ' } },
        { path: 'name', body: { name: 'x'.repeat(51) } },
        { path: 'parentId', body: { name: 'Pens', parentId: 7 } },
      ];
      for (const { path, body } of wrong) {
        const refused = await call(`POST ${ALL}`, { body }, 400, 'invalid-request');
        expect(refused.body.errors).toMatchObject([{ path }]);
      }
    });

    it('given a category that was read, when nothing has changed, then nothing is sent again', async () => {
      const { add, change } = await desk();
      const params = { categoryId: (await add()).body.categoryId };
      await stage.library.settled();
      for (const route of [`GET ${ALL}`, `GET ${ONE}`]) {
        const etag = (await stage.call(route, { as: 'anyone', params }, 200)).headers.get('etag') ?? '';
        await stage.call(route, { as: 'anyone', params, headers: { 'if-none-match': etag } }, 304);
        const headers = { 'if-none-match': etag, ...seenIn(await change(params.categoryId, { name: uuid() }, 200)) };
        await stage.library.settled();
        await stage.call(route, { as: 'anyone', params, headers }, 200);
      }
    });
  });
