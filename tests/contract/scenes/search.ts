import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../support/library.ts';
import type { Stage } from '../stage.ts';

const SEARCH = 'GET /api/search';
const seenIn = (reply: Reply) => ({ 'x-consistency-token': reply.headers.get('x-consistency-token') ?? '' });

export const searchScenes = (stage: Stage) =>
  describe('the search over HTTP', () => {
    /** What is found; with what was seen of a write, which a busy machine may need longer for than a reader would wait. */
    const search = async (query: Record<string, string>, headers: Record<string, string> = {}) => {
      if ('x-consistency-token' in headers) await stage.library.settled();
      return (await stage.call(SEARCH, { as: 'anyone', query, headers }, 200)).body;
    };
    const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);

    it('given a series with volumes, when it is searched in any spelling, then it is found with them, until it is withdrawn', async () => {
      const { token } = await stage.library.signIn('librarian');
      const call = (route: string, body?: unknown) => stage.library.call(route, { token, body });
      // A mark that only this scene has, so that other series in the system do not matter.
      const mark = uuid().slice(-12);
      const series = await call('POST /api/series', {
        title: `チェンソーマン ${mark}`,
        titleEn: `Chainsaw Man ${mark}`,
        author: '藤本タツキ',
        genre: 'action',
        publisher: '文庫社',
        firstPublishedOn: '2019-03-04',
      });
      const { seriesId } = series.body;
      const volume = (number: number, summary: string) =>
        call('POST /api/volumes', {
          seriesId,
          title: `チェンソーマン ${mark} ${number}`,
          number,
          summary,
          publishedOn: '2019-03-04',
          initialCopies: 0,
        });
      const one = await volume(1, `デンジは悪魔のポチタと暮らす。${mark}`);
      const two = await volume(2, 'The city and its secrets.');
      const [first, second] = [one.body.volumeId, two.body.volumeId];
      await search({ q: mark }, seenIn(one));
      for (const q of ['チェンソー', 'ちぇんそー', 'ﾁｪﾝｿｰ', 'chainsaw', '藤本'])
        expect(idsOf(await search({ q: `${q} ${mark}` }, seenIn(two))), q).toEqual([seriesId, first, second]);
      const found = await search({ q: `ポチタ ${mark}` });
      expect(found).toMatchObject({ items: [{ kind: 'volume', id: first }], total: 1, nextCursor: null });
      expect(found.items[0].snippet).toContain('デンジは悪魔のポチタと暮らす。');
      expect(idsOf(await search({ q: mark, kind: 'series,product' }))).toEqual([seriesId]);

      const page = await search({ q: mark, limit: '2' });
      expect(page).toMatchObject({ items: [{ id: seriesId }, { id: first }], total: 3 });
      expect(idsOf(await search({ q: mark, limit: '2', cursor: page.nextCursor }))).toEqual([second]);

      const renamed = await call(`PATCH /api/series/${seriesId}`, { title: `Hedgehog ${mark}`, titleEn: null });
      expect(idsOf(await search({ q: `hedgehog ${mark}` }, seenIn(renamed)))).toEqual([seriesId, first, second]);
      const gone = await call(`DELETE /api/volumes/${first}`);
      expect(idsOf(await search({ q: mark }, seenIn(gone)))).toEqual([seriesId, second]);
      const allGone = await call(`DELETE /api/series/${seriesId}`);
      expect(await search({ q: mark }, seenIn(allGone))).toEqual({ items: [], nextCursor: null, total: 0 });
    });

    it.each([
      [{}, 'q'],
      [{ q: ' 　 ' }, 'q'],
      [{ q: 'x'.repeat(201) }, 'q'],
      [{ q: 'x', kind: 'member' }, 'kind'],
      [{ q: 'x', limit: '101' }, 'limit'],
      [{ q: 'x', cursor: 'nonsense' }, 'cursor'],
    ])('given %j, when it is searched, then the field is named', async (query, field) => {
      const { body } = await stage.call(SEARCH, { as: 'anyone', query: { ...query } }, 400, 'invalid-request');
      expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([field]);
    });

    it.each([
      '!?',
      '🐶',
      'ー',
      '%',
      '.*',
      '"',
      '<b>',
      '\u0000',
      'x'.repeat(200),
    ])('given an odd query, when it is searched, then it is answered: %j', async (q) =>
      expect((await search({ q })).total).toBeGreaterThanOrEqual(0));
  });
