import { describe, expect, it } from 'vitest';
import type { Library, Member } from '../../support/library.ts';
import type { Stage } from '../stage.ts';

const NOBODY = '0198c0de-0000-7000-8000-000000000000';
const ADD = 'POST /api/volumes/{volumeId}/copies';
const COPIES = 'GET /api/volumes/{volumeId}/copies';
const WITHDRAW = 'DELETE /api/copies/{copyId}';
const LOSE = 'POST /api/copies/{copyId}/lost';
const FIND = 'POST /api/copies/{copyId}/found';

export const inventoryScenes = (stage: Stage) =>
  describe('inventory over HTTP', () => {
    const library = (): Library => stage.library;
    const scene = async (copies: number) => {
      const librarian = await library().signIn('librarian');
      const { volumeId } = await library().newVolume(librarian, copies);
      await library().settled();
      const desk = { as: 'librarian', token: librarian.token } as const;
      const on = (route: string, copyId: string, status: number, code?: string) =>
        stage.call(route, { ...desk, params: { copyId }, body: { reason: `${route} in a scene` } }, status, code);
      const copies_ = async () => (await stage.call(COPIES, { ...desk, params: { volumeId } }, 200)).body.items;
      const count = async () =>
        (await stage.call('GET /api/volumes/{volumeId}/availability', { as: 'anyone', params: { volumeId } }, 200))
          .body;
      return { librarian, volumeId, desk, on, copies: copies_, count };
    };
    const borrow = async (member: Member, volumeId: string) => {
      const lent = await library().borrow(member, volumeId);
      expect(lent.status).toBe(201);
      return { loanId: String(lent.body.loanId), copyId: String(lent.body.items[0].copyId) };
    };

    it('given a volume, when copies are added, then they are there with their reason, one page after the other', async () => {
      const { volumeId, desk, copies, count } = await scene(1);
      const body = { count: 2, reason: 'much asked for' };
      const added = await stage.call(ADD, { ...desk, params: { volumeId }, body }, 201);
      expect(added.body.copyIds).toHaveLength(2);
      const headers = { 'x-consistency-token': added.headers.get('x-consistency-token') ?? '' };
      const first = await stage.call(COPIES, { ...desk, params: { volumeId }, query: { limit: '2' }, headers }, 200);
      const query = { limit: '2', cursor: first.body.nextCursor };
      const second = await stage.call(COPIES, { ...desk, params: { volumeId }, query }, 200);
      expect([...first.body.items, ...second.body.items]).toEqual(await copies());
      expect(second.body).toMatchObject({
        items: [{ copyId: added.body.copyIds[1], state: 'available', reason: body.reason }],
        nextCursor: null,
      });
      expect(await count()).toMatchObject({ copies: 3, available: 3 });
    });

    it('given a volume or a copy that nobody knows, when anything is asked of it, then it is not found', async () => {
      const { desk, on } = await scene(0);
      const params = { volumeId: NOBODY };
      await stage.call(ADD, { ...desk, params, body: { count: 1, reason: 'bought' } }, 404, 'not-found');
      await stage.call(COPIES, { ...desk, params }, 404, 'not-found');
      const availability = 'GET /api/volumes/{volumeId}/availability';
      await stage.call(availability, { as: 'anyone', params }, 404, 'not-found');
      for (const route of [WITHDRAW, LOSE, FIND]) await on(route, `${NOBODY}-1`, 404, 'not-found');
    });

    it('given a full shelf, when more copies are added, then there are too many', async () => {
      const { volumeId, desk } = await scene(100);
      const add = (count: number, status: number, code?: string) =>
        stage.call(ADD, { ...desk, params: { volumeId }, body: { count, reason: 'bought' } }, status, code);
      for (let hundreds = 1; hundreds < 50; hundreds++) await add(100, 201);
      await add(1, 409, 'too-many-copies');
      await add(101, 400, 'invalid-request');
    });

    it('given a copy on loan, when it is withdrawn, then not before it is back, and its history keeps why', async () => {
      const { volumeId, on, copies } = await scene(1);
      const aki = await library().register('Aki');
      const { loanId, copyId } = await borrow(aki, volumeId);
      await on(WITHDRAW, copyId, 409, 'copy-on-loan');
      await library().call(`POST /api/loans/${loanId}/return`, { token: aki.token });
      await on(WITHDRAW, copyId, 204);
      await on(WITHDRAW, copyId, 404, 'not-found');
      await library().settled();
      const reason = `${WITHDRAW} in a scene`;
      expect(await copies()).toMatchObject([
        { copyId, state: 'withdrawn', reason, history: [{ what: 'added' }, { what: 'withdrawn', reason }] },
      ]);
    });

    it('given a lent copy that is lost, when that is recorded, then its member is free of it, and found again it is there for who waits', async () => {
      const { volumeId, on, copies, count } = await scene(1);
      const [aki, mei] = [await library().register('Aki'), await library().register('Mei')];
      const { loanId, copyId } = await borrow(aki, volumeId);
      await on(FIND, copyId, 409, 'not-lost');
      await on(LOSE, copyId, 204);
      await on(LOSE, copyId, 409, 'already-lost');
      await library().settled();
      expect((await library().call(`GET /api/loans/${loanId}`, { token: aki.token })).body.status).toBe('returned');
      expect(await copies()).toMatchObject([{ copyId, state: 'lost' }]);
      expect(await count()).toMatchObject({ copies: 0, available: 0, onLoan: 0 });

      await library().call('POST /api/holds', { token: mei.token, body: { volumeId } });
      await on(FIND, copyId, 204);
      await library().settled();
      expect(await count()).toMatchObject({ copies: 1, available: 0, onHold: 1, waiting: 0 });
      expect(await copies()).toMatchObject([{ copyId, state: 'on-hold' }]);
      expect((await borrow(mei, volumeId)).copyId).toBe(copyId);
    });
  });
