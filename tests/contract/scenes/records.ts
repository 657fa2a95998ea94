import { describe, expect, it } from 'vitest';
import type { Member } from '../../support/library.ts';
import type { Stage } from '../stage.ts';

const LIST = 'GET /api/me/records';
const CSV = 'GET /api/me/records.csv';

export const recordScenes = (stage: Stage) =>
  describe('records over HTTP', () => {
    const shelved = async () => {
      const volume = await stage.library.newVolume(await stage.library.signIn('librarian'), 2);
      await stage.library.settled();
      return volume;
    };
    const list = async ({ token }: Member, query: Record<string, string> = {}, headers = {}) =>
      (await stage.call(LIST, { as: 'member', token, query, headers }, 200)).body;

    it('show a loan at once to who brings the token of the borrowing, open and then returned', async () => {
      const [aki, one, two] = [await stage.library.register(), await shelved(), await shelved()];
      const loan = await stage.library.borrow(aki, one.volumeId, two.volumeId);
      const seen = { 'x-consistency-token': loan.headers.get('x-consistency-token') ?? '' };
      const { items } = await list(aki, { status: 'open' }, seen);
      expect(items).toMatchObject([{ loanId: loan.body.loanId, returnedOn: null, daysLate: null, lateFee: null }]);
      expect(items[0].items.map(({ title }: { title: string }) => title)).toEqual([one.title, two.title]);
      await stage.library.call(`POST /api/loans/${loan.body.loanId}/return`, aki);
      await stage.library.settled();
      expect((await list(aki, { status: 'open' })).items).toEqual([]);
      expect((await list(aki, { status: 'returned' })).items).toMatchObject([{ daysLate: 0, lateFee: { amount: 0 } }]);
      expect((await list(aki, { status: 'overdue' })).items).toEqual([]);
      const sent = { as: 'member', token: aki.token, query: { status: 'lost' } } as const;
      await stage.call(LIST, sent, 400, 'invalid-request');
    });

    it('keep titles as they were when the catalogue changes', async () => {
      const [librarian, aki, volume] = [
        await stage.library.signIn('librarian'),
        await stage.library.register(),
        await shelved(),
      ];
      const loan = await stage.library.borrow(aki, volume.volumeId);
      const change = { token: librarian.token, body: { title: 'another title' } };
      await stage.library.call(`PATCH /api/volumes/${volume.volumeId}`, change);
      await stage.library.call(`POST /api/loans/${loan.body.loanId}/return`, aki);
      await stage.library.call(`DELETE /api/volumes/${volume.volumeId}`, librarian);
      await stage.library.settled();
      expect((await list(aki)).items).toMatchObject([{ items: [{ volumeId: volume.volumeId, title: volume.title }] }]);
      const { body } = await stage.call(CSV, { as: 'member', token: aki.token }, 200);
      expect(body).toContain(volume.title);
    });

    it('are a table with a row for each thing borrowed', async () => {
      const [aki, one, two] = [await stage.library.register(), await shelved(), await shelved()];
      const loan = await stage.library.borrow(aki, one.volumeId, two.volumeId);
      const headers = { 'x-consistency-token': loan.headers.get('x-consistency-token') ?? '' };
      const { body, headers: told } = await stage.call(CSV, { as: 'member', token: aki.token, headers }, 200);
      const rows = String(body).split('\r\n');
      expect(rows[0]).toMatch(/^loanId,status,borrowedOn,dueOn,/);
      expect(rows.slice(1, 3)).toEqual([one, two].map(({ title }) => expect.stringContaining(title)));
      expect(rows.slice(3)).toEqual(['']);
      expect(told.get('content-disposition')).toMatch(/^attachment; filename="bunko-records-[\d-]{10}\.csv"$/);
    });

    it('are one’s own', async () => {
      const [aki, ben, volume] = [await stage.library.register(), await stage.library.register(), await shelved()];
      await stage.library.borrow(aki, volume.volumeId);
      await stage.library.settled();
      expect((await list(ben)).items).toEqual([]);
      const { nextCursor } = await list(aki, { limit: '1' });
      expect(nextCursor).toBeNull();
    });
  });
