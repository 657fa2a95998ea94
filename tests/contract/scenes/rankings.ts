import { describe, expect, it } from 'vitest';
import type { Stage } from '../stage.ts';

const RANKING = 'GET /api/rankings/volumes';

interface Rank {
  rank: number;
  volumeId: string;
  title: string;
  borrowCount: number;
}

export const rankingScenes = (stage: Stage) =>
  describe('rankings over HTTP', () => {
    const ranking = async (period: string, headers = {}) =>
      (await stage.call(RANKING, { as: 'anyone', query: { period, limit: '100' }, headers }, 200)).body;
    const countOf = async (period: string, volumeId: string) =>
      (await ranking(period)).items.find((item: Rank) => item.volumeId === volumeId)?.borrowCount;

    it('count a loan in the week, the month and for all time of its day, at once for who brings its token', async () => {
      const librarian = await stage.library.signIn('librarian');
      const [aki, ben] = [await stage.library.register(), await stage.library.register()];
      const { volumeId } = await stage.library.newVolume(librarian, 2);
      await stage.library.settled();
      await stage.library.borrow(aki, volumeId);
      const loan = await stage.library.borrow(ben, volumeId);
      await stage.library.settled();
      const token = loan.headers.get('x-consistency-token') ?? '';
      const { items, from, to } = await ranking('current-week', { 'x-consistency-token': token });
      expect(items.find((item: Rank) => item.volumeId === volumeId)).toMatchObject({ borrowCount: 2 });
      expect(new Date(to).getTime() - new Date(from).getTime()).toBe(6 * 86_400_000);
      expect(await countOf('all-time', volumeId)).toBe(2);
      expect((await ranking('all-time')).from).toBeNull();
      const shown: Rank[] = (await ranking('all-time')).items;
      for (const { rank, borrowCount } of shown)
        expect(rank).toBe(1 + shown.filter((other) => other.borrowCount > borrowCount).length);
    });

    it('move a week into the last one when it has ended', async () => {
      const librarian = await stage.library.signIn('librarian');
      const aki = await stage.library.register();
      const { volumeId } = await stage.library.newVolume(librarian, 1);
      await stage.library.settled();
      await stage.library.borrow(aki, volumeId);
      await stage.library.settled();
      const before = (await ranking('current-week')).from;
      await stage.library.advance('P7D');
      await stage.library.settled();
      expect((await ranking('last-week')).from).toBe(before);
      expect(await countOf('last-week', volumeId)).toBe(1);
      expect(await countOf('current-week', volumeId)).toBeUndefined();
      await stage.call(RANKING, { as: 'anyone', query: { period: 'last-month' } }, 200);
    });

    it('are known by their tag as long as they stay the same', async () => {
      const query = { period: 'all-time', limit: '5' };
      const { headers } = await stage.call(RANKING, { as: 'anyone', query }, 200);
      const known = { 'if-none-match': headers.get('etag') ?? '' };
      await stage.call(RANKING, { as: 'anyone', query, headers: known }, 304);
    });

    it.each([
      {},
      { period: 'next-week' },
      { period: 'all-time', limit: '0' },
      { period: 'all-time', limit: '101' },
    ])('are of a known period and at most a hundred: %j', async (query) => {
      await stage.call(RANKING, { as: 'anyone', query }, 400, 'invalid-request');
    });

    it('follow the catalogue: a new title is shown, a withdrawn volume is left out', async () => {
      const librarian = await stage.library.signIn('librarian');
      const aki = await stage.library.register();
      const { volumeId } = await stage.library.newVolume(librarian, 1);
      await stage.library.settled();
      const { body: loan } = await stage.library.borrow(aki, volumeId);
      await stage.library.call(`POST /api/loans/${loan.loanId}/return`, aki);
      const { token } = librarian;
      await stage.library.call(`PATCH /api/volumes/${volumeId}`, { token, body: { title: 'A new title' } });
      await stage.library.settled();
      const shown: Rank[] = (await ranking('current-week')).items;
      expect(shown.find((item) => item.volumeId === volumeId)?.title).toBe('A new title');
      await stage.library.call(`DELETE /api/volumes/${volumeId}`, { token });
      await stage.library.settled();
      for (const period of ['current-week', 'all-time']) expect(await countOf(period, volumeId)).toBeUndefined();
    });
  });
