import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../support/library.ts';
import { root, withSystem } from '../support/system.ts';

const run = promisify(execFile);
const seenIn = (reply: Reply) => ({ 'x-consistency-token': reply.headers.get('x-consistency-token') ?? '' });

describe('the search of a library', () => {
  const system = withSystem();
  const chainsawMan = {
    title: 'チェンソーマン',
    titleEn: 'Chainsaw Man',
    author: '藤本タツキ',
    genre: 'action',
    publisher: '文庫社',
    firstPublishedOn: '2019-03-04',
  };

  it('finds a series by title, kana, English and summary, the same after it was made anew, and nothing withdrawn', async () => {
    const { library } = system();
    const { call } = library;
    const { token } = await library.signIn('librarian');
    const admin = await library.signIn('admin');
    const { seriesId } = (await call('POST /api/series', { token, body: chainsawMan })).body;
    const volume = (number: number, summary: string) => ({
      seriesId,
      title: `チェンソーマン ${number}`,
      number,
      summary,
      publishedOn: '2019-03-04',
      initialCopies: 1,
    });
    const one = (await call('POST /api/volumes', { token, body: volume(1, '貧しい少年デンジと悪魔ポチタ。') })).body;
    const told = await call('POST /api/volumes', { token, body: volume(2, 'A girl called Power.') });
    const search = async (q: string, headers: Record<string, string> = {}): Promise<string[]> => {
      const { status, body } = await library.insist(`GET /api/search?${new URLSearchParams({ q })}`, { headers });
      expect(status).toBe(200);
      return body.items.map(({ id }: { id: string }) => id);
    };
    const everything = [seriesId, one.volumeId, told.body.volumeId];
    const isFound = async () => {
      for (const q of ['チェンソー', 'ちぇんそー', 'ﾁｪﾝｿｰ', 'chainsaw', '藤本タツキ'])
        expect(await search(q, seenIn(told)), q).toEqual(everything);
      expect(await search('ポチタ')).toEqual([one.volumeId]);
      expect(await search('power')).toEqual([told.body.volumeId]);
    };
    await isFound();

    const { stdout } = await run(process.execPath, ['scripts/reindex.ts', '--url', system().running.url], {
      cwd: root,
    });
    expect(stdout).toContain('the search is generation 2 now');
    await isFound();
    await library.settled();
    const verified = await call('POST /api/ops/projections/search/verify', { token: admin.token });
    expect(verified.body).toMatchObject({ differences: [] });

    const gone = await call(`DELETE /api/volumes/${one.volumeId}`, { token });
    expect(await search('チェンソー', seenIn(gone))).toEqual([seriesId, told.body.volumeId]);
    expect(await search('ポチタ')).toEqual([]);
    const allGone = await call(`DELETE /api/series/${seriesId}`, { token });
    expect(await search('チェンソー', seenIn(allGone))).toEqual([]);
  });

  it('and the catalogue forget a series of more volumes than a transaction holds', async () => {
    const { library } = system();
    const { call } = library;
    const { token } = await library.signIn('librarian');
    const { seriesId } = (await call('POST /api/series', { token, body: { ...chainsawMan, title: '長編' } })).body;
    const add = (number: number) =>
      call('POST /api/volumes', {
        token,
        body: { seriesId, title: `長編 ${number}`, number, publishedOn: '2020-01-01', initialCopies: 0 },
      });
    for (let number = 1; number <= 50; number++) expect((await add(number)).status).toBe(201);
    expect((await call(`DELETE /api/series/${seriesId}`, { token })).status).toBe(204);
    await library.settled();
    expect((await call(`GET /api/volumes?seriesId=${seriesId}`)).body.items).toEqual([]);
    expect((await call('GET /api/search?q=%E9%95%B7%E7%B7%A8')).body.total).toBe(0);
    expect((await call('POST /api/series', { token, body: { ...chainsawMan, title: '長編' } })).status).toBe(201);
  });
});
