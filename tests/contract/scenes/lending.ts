import { describe, expect, it } from 'vitest';
import { type Library, type Member, PASSWORD, type Reply } from '../../support/library.ts';
import type { Stage } from '../stage.ts';

const NOBODY = '0198c0de-0000-7000-8000-000000000000';

/** A reader who wants to see what an answer promised. */
const seeing = ({ headers }: Reply) => ({ 'x-consistency-token': headers.get('x-consistency-token') ?? '' });
const itemsOf = (...volumeIds: string[]) => ({ items: volumeIds.map((volumeId) => ({ volumeId })) });

export const lendingScenes = (stage: Stage) =>
  describe('lending over HTTP', () => {
    const library = (): Library => stage.library;
    /** A library with one volume of so many copies, and members who want it. */
    const scene = async (copies = 1) => {
      const librarian = await library().signIn('librarian');
      const [aki, mei] = [await library().register('Aki'), await library().register('Mei')];
      const { volumeId } = await library().newVolume(librarian, copies);
      await library().settled();
      return { librarian, aki, mei, volumeId };
    };
    const again = async ({ email }: Member): Promise<string> => {
      const reply = await library().call('POST /api/auth/login', { body: { email, password: PASSWORD } });
      return reply.body.accessToken;
    };
    const lend = ({ token }: Member, volumeId: string) =>
      stage.call('POST /api/loans', { as: 'member', token, body: itemsOf(volumeId) }, 201);
    const wait = ({ token }: Member, volumeId: string) =>
      stage.call('POST /api/holds', { as: 'member', token, body: { volumeId } }, 201);
    const holdsOf = async ({ token }: Member, headers = {}) =>
      (await stage.call('GET /api/me/holds', { as: 'owner', token, headers }, 200)).body.items;
    const availability = async (volumeId: string, headers = {}) =>
      (
        await stage.call(
          'GET /api/volumes/{volumeId}/availability',
          { as: 'anyone', params: { volumeId }, headers },
          200,
        )
      ).body;

    describe('borrowing and bringing back', () => {
      it('given a free copy, when it is borrowed, then its member and librarians see the loan, and nobody else', async () => {
        const { aki, mei, librarian, volumeId } = await scene();
        const lent = await lend(aki, volumeId);
        expect(lent.headers.get('location')).toBe(`/api/loans/${lent.body.loanId}`);
        const loan = { params: { loanId: lent.body.loanId }, headers: seeing(lent) };
        const route = 'GET /api/loans/{loanId}';
        const shown = await stage.call(route, { as: 'owner', token: aki.token, ...loan }, 200);
        expect(shown.body).toMatchObject({ status: 'open', items: [{ volumeId }] });
        await stage.call(route, { as: 'librarian', token: librarian.token, ...loan }, 200);
        await stage.call(route, { as: 'another member', token: mei.token, ...loan }, 403, 'forbidden');
        const nothing = { as: 'member', token: aki.token, params: { loanId: NOBODY } } as const;
        await stage.call(route, nothing, 404, 'not-found');
        await stage.call('POST /api/loans/{loanId}/return', nothing, 404, 'not-found');
      });

      it('given a loan, when it comes back, then once, from its member or a librarian', async () => {
        const { aki, mei, librarian, volumeId } = await scene();
        const { loanId } = (await lend(aki, volumeId)).body;
        const back = 'POST /api/loans/{loanId}/return';
        await stage.call(back, { as: 'another member', token: mei.token, params: { loanId } }, 403, 'forbidden');
        const returned = await stage.call(back, { as: 'owner', token: aki.token, params: { loanId } }, 200);
        expect(returned.body).toMatchObject({ daysLate: 0, lateFee: { amount: 0, currency: 'JPY' } });
        await stage.call(
          back,
          { as: 'librarian', token: librarian.token, params: { loanId } },
          409,
          'already-returned',
        );
        const other = (await lend(mei, volumeId)).body;
        await stage.call(back, { as: 'librarian', token: librarian.token, params: { loanId: other.loanId } }, 200);
      });

      it('given no free copy, a copy at home, or nothing of the kind, when a volume is asked for, then the refusal says so', async () => {
        const { aki, mei, volumeId } = await scene();
        await lend(aki, volumeId);
        const ask = ({ token }: Member, id: string, status: number, code: string) =>
          stage.call('POST /api/loans', { as: 'member', token, body: itemsOf(id) }, status, code);
        await ask(aki, volumeId, 409, 'already-borrowed');
        await ask(mei, volumeId, 409, 'no-copy-available');
        await ask(mei, NOBODY, 404, 'volume-not-found');
        const twice = { as: 'member', token: mei.token, body: itemsOf(volumeId, volumeId) } as const;
        const refused = await stage.call('POST /api/loans', twice, 400, 'invalid-request');
        expect(refused.body.errors[0].path).toBe('items');
      });

      it('given five items at home, when a sixth is asked for, then there are too many', async () => {
        const { aki, librarian } = await scene();
        const volumes: string[] = [];
        for (let one = 0; one < 6; one++) volumes.push((await library().newVolume(librarian, 1)).volumeId);
        await library().settled();
        const { token } = aki;
        await stage.call('POST /api/loans', { as: 'member', token, body: itemsOf(...volumes.slice(0, 5)) }, 201);
        const sixth = { as: 'member', token, body: itemsOf(volumes[5] ?? '') } as const;
        await stage.call('POST /api/loans', sixth, 409, 'too-many-items');
      });
    });

    describe('renewing', () => {
      const renew = 'POST /api/loans/{loanId}/renew';

      it('given a loan, when its member renews it, then it is due seven days later everywhere, once', async () => {
        const { aki, mei, volumeId } = await scene();
        const lent = (await lend(aki, volumeId)).body;
        const loan = { as: 'owner', token: aki.token, params: { loanId: lent.loanId } } as const;
        await stage.call(renew, { ...loan, as: 'another member', token: mei.token }, 403, 'forbidden');
        const renewed = await stage.call(renew, loan, 200);
        const { dueOn } = renewed.body;
        expect(Date.parse(dueOn) - Date.parse(lent.dueOn)).toBe(7 * 86_400_000);
        const headers = seeing(renewed);
        expect((await stage.call('GET /api/loans/{loanId}', { ...loan, headers }, 200)).body.dueOn).toBe(dueOn);
        const records = await library().call('GET /api/me/records', { token: aki.token, headers });
        expect(records.body.items[0]).toMatchObject({ loanId: lent.loanId, dueOn });
        await stage.call(renew, loan, 409, 'renewed-before');
        await stage.call(renew, { ...loan, params: { loanId: NOBODY } }, 404, 'not-found');
        await stage.call('POST /api/loans/{loanId}/return', loan, 200);
        await stage.call(renew, loan, 409, 'already-returned');
      });

      it('given somebody who waits for the volume, when its member renews, then it is wanted', async () => {
        const { aki, mei, volumeId } = await scene();
        const { loanId } = (await lend(aki, volumeId)).body;
        await wait(mei, volumeId);
        await stage.call(renew, { as: 'owner', token: aki.token, params: { loanId } }, 409, 'volume-wanted');
      });
    });

    describe('holds', () => {
      it('given a copy on loan, when others wait, then each has a place, and the first is served when it comes back', async () => {
        const { aki, mei, volumeId } = await scene();
        const ren = await library().register('Ren');
        const { loanId } = (await lend(aki, volumeId)).body;
        const first = await wait(mei, volumeId);
        const second = await wait(ren, volumeId);
        expect([first.body.position, second.body.position]).toEqual([1, 2]);
        expect(await holdsOf(ren, seeing(second))).toMatchObject([{ status: 'waiting', position: 2, volumeId }]);
        expect(await availability(volumeId, seeing(second))).toMatchObject({ available: 0, onHold: 0, waiting: 2 });

        const back = await stage.call(
          'POST /api/loans/{loanId}/return',
          { as: 'owner', token: aki.token, params: { loanId } },
          200,
        );
        const headers = seeing(back);
        expect(await availability(volumeId, headers)).toMatchObject({ available: 0, onHold: 1, waiting: 1 });
        const [ready] = await holdsOf(mei, headers);
        expect(ready).toMatchObject({ status: 'ready', readyUntil: expect.any(String) });
        expect(ready).not.toHaveProperty('position');
        expect(await holdsOf(ren, headers)).toMatchObject([{ status: 'waiting', position: 1 }]);

        const taken = { as: 'member', token: ren.token, body: itemsOf(volumeId) } as const;
        await stage.call('POST /api/loans', taken, 409, 'no-copy-available');
        const borrowed = await lend(mei, volumeId);
        expect(await holdsOf(mei, seeing(borrowed))).toMatchObject([{ status: 'fulfilled' }]);
        expect(await availability(volumeId, seeing(borrowed))).toMatchObject({ onLoan: 1, onHold: 0, waiting: 1 });
      });

      it('given a copy that is put aside, when its hold is given up, then it goes to the next at once', async () => {
        const { aki, mei, volumeId } = await scene();
        const ren = await library().register('Ren');
        const { loanId } = (await lend(aki, volumeId)).body;
        const { holdId } = (await wait(mei, volumeId)).body;
        await wait(ren, volumeId);
        await stage.call('POST /api/loans/{loanId}/return', { as: 'owner', token: aki.token, params: { loanId } }, 200);
        const cancel = 'DELETE /api/holds/{holdId}';
        await stage.call(cancel, { as: 'another member', token: ren.token, params: { holdId } }, 403, 'forbidden');
        await stage.call(cancel, { as: 'owner', token: mei.token, params: { holdId: NOBODY } }, 404, 'not-found');
        const given = await stage.call(cancel, { as: 'owner', token: mei.token, params: { holdId } }, 204);
        expect(await holdsOf(ren, seeing(given))).toMatchObject([{ status: 'ready' }]);
        expect(await holdsOf(mei, seeing(given))).toMatchObject([{ status: 'cancelled' }]);
        await stage.call(cancel, { as: 'owner', token: mei.token, params: { holdId } }, 204);
      });

      it('given a reason against it, when a hold is placed, then the refusal says so', async () => {
        const { aki, mei, librarian, volumeId } = await scene();
        const place = ({ token }: Member, id: string, status: number, code: string) =>
          stage.call('POST /api/holds', { as: 'member', token, body: { volumeId: id } }, status, code);
        await place(mei, NOBODY, 404, 'volume-not-found');
        await place(mei, volumeId, 409, 'copy-available');
        await lend(aki, volumeId);
        await place(aki, volumeId, 409, 'already-borrowed');
        await wait(mei, volumeId);
        await place(mei, volumeId, 409, 'already-waiting');
        for (let one = 0; one < 4; one++) await wait(mei, (await library().newVolume(librarian, 0)).volumeId);
        await place(mei, (await library().newVolume(librarian, 0)).volumeId, 409, 'too-many-holds');
      });

      it('given a suspended card, when its member borrows or waits, then the card is not active', async () => {
        const { aki, librarian, volumeId } = await scene(0);
        await library().call(`POST /api/members/${aki.id}/card/suspend`, {
          token: librarian.token,
          body: { reason: 'lost' },
        });
        const { token } = aki;
        await stage.call('POST /api/holds', { as: 'member', token, body: { volumeId } }, 409, 'card-not-active');
        await stage.call('POST /api/loans', { as: 'member', token, body: itemsOf(volumeId) }, 409, 'card-not-active');
      });
    });

    it('given an overdue loan, when its member borrows, waits or renews, then it comes first', async () => {
      const { aki, mei, librarian, volumeId } = await scene();
      const { loanId } = (await lend(aki, volumeId)).body;
      await wait(mei, volumeId);
      const other = (await library().newVolume(librarian, 1)).volumeId;
      await library().advance('P15D');
      const token = await again(aki);
      const owner = { as: 'owner', token, params: { loanId } } as const;
      await stage.call('POST /api/loans', { as: 'member', token, body: itemsOf(other) }, 409, 'overdue-loan');
      await stage.call('POST /api/holds', { as: 'member', token, body: { volumeId: other } }, 409, 'overdue-loan');
      await stage.call('POST /api/loans/{loanId}/renew', owner, 409, 'overdue-loan');
      const late = await stage.call('POST /api/loans/{loanId}/return', owner, 200);
      expect(late.body.daysLate).toBe(1);
    });
  });
