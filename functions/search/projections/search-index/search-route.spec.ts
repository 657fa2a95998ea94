import { describe, expect, it } from 'vitest';
import { tokenOf } from '../../../platform/http/consistency-token.ts';
import {
  productLeft,
  productTold,
  searchAfter,
  searching,
  seriesLeft,
  seriesTold,
  volumeLeft,
  volumeTold,
} from '../../phrases.ts';

const refused = (status: number) => ({ problem: { status } });

describe('a search over HTTP', () => {
  it.each([
    {},
    { q: '' },
    { q: '  　' },
    { q: 'x'.repeat(201) },
    { q: 'x', kind: 'member' },
    { q: 'x', kind: '' },
    { q: 'x', kind: 'volume,' },
    { q: 'x', limit: '101' },
    { q: 'x', limit: '0' },
    { q: 'x', cursor: 'nonsense' },
  ])('refuses %j', async (query) => {
    const { ask } = await searchAfter();
    await expect(ask(query as Record<string, string>)).rejects.toMatchObject(refused(400));
  });

  it('counts characters as readers do', async () => {
    const { search } = await searchAfter();
    expect(await search('𠮷'.repeat(200))).toEqual({ items: [], nextCursor: null, total: 0 });
  });

  it('takes no cursor of another query, and none that was made up', async () => {
    const { ask, search } = await searchAfter(seriesTold('a'), seriesTold('b'));
    const { nextCursor } = await search('series', { limit: '1' });
    await expect(ask({ q: 'nobody', cursor: nextCursor ?? '' })).rejects.toMatchObject(refused(400));
    const { of } = JSON.parse(Buffer.from(nextCursor ?? '', 'base64url').toString());
    for (const at of [{ score: 'x', order: 'y' }, { score: 1 }, { score: 1, order: 2 }]) {
      const cursor = Buffer.from(JSON.stringify({ of, at })).toString('base64url');
      await expect(ask({ q: 'series', cursor })).rejects.toMatchObject(refused(400));
    }
  });

  it('is waited for by whoever has seen more than the index, also of what changes no document', async () => {
    const { ask } = await searchAfter(seriesTold('a'));
    const seen = (version: number) => ({ 'x-consistency-token': tokenOf({ 'main#series#a': version }) });
    expect(await ask({ q: 'series' }, seen(1))).toMatchObject({ statusCode: 200 });
    await expect(ask({ q: 'series' }, seen(2))).rejects.toMatchObject(refused(503));
  });
});

describe('what is found', () => {
  it('follows every change at once, in every instance that has the documents in memory', async () => {
    const { apply, ids, view } = await searchAfter(seriesTold('a', { title: 'Moon' }), volumeTold('a', 1));
    const other = searching(view);
    for (const instance of [{ ids }, other]) expect(await instance.ids('moon')).toEqual(['a', 'a-1']);

    await apply(seriesTold('a', { title: 'Sun', titleEn: 'Star' }, 2));
    await apply(volumeTold('a', 1, { title: 'Volume', summary: 'A comet.' }, 2));
    for (const instance of [{ ids }, other]) {
      expect(await instance.ids('moon')).toEqual([]);
      expect(await instance.ids('star')).toEqual(['a', 'a-1']);
      expect(await instance.ids('comet')).toEqual(['a-1']);
    }

    await apply(volumeLeft('a', 1, 3));
    for (const instance of [{ ids }, other]) expect(await instance.ids('star')).toEqual(['a']);
    await apply(seriesLeft('a', 3));
    for (const instance of [{ ids }, other]) expect(await instance.ids('star')).toEqual([]);
  });

  it('is the same in whatever order and however often it was told', async () => {
    const [series, one, two] = [seriesTold('a', { title: 'Moon' }), volumeTold('a', 1), volumeTold('a', 2)];
    const gone = volumeLeft('a', 2);
    for (const told of [
      [series, one, two, gone],
      [two, gone, one, series],
      [one, one, two, series, two, gone, gone, one],
    ])
      expect(await (await searchAfter(...told)).ids('moon')).toEqual(['a', 'a-1']);
  });

  it('is what the shop sells, by name and description, as long as it is sold', async () => {
    const { apply, ids } = await searchAfter(productTold('p', { name: 'しおり Bookmark', description: 'Thin brass' }));
    for (const words of ['シオリ', 'bookmark', 'brass']) expect(await ids(words)).toEqual(['p']);
    await apply(productTold('p', { name: 'Bookmark', active: false }, 2));
    expect(await ids('bookmark')).toEqual([]);
    await apply(productTold('p', { name: 'Page marker' }, 3));
    expect(await ids('marker')).toEqual(['p']);
    await apply(productLeft('p', 4));
    expect(await ids('marker')).toEqual([]);
  });

  it('needs no more than the stamps while nothing changes', async () => {
    const { view } = await searchAfter(...Array.from({ length: 40 }, (_, index) => seriesTold(`s${index}`)));
    const asked: string[] = [];
    const { ids } = searching({
      ...view,
      query: (request) => {
        asked.push(request.partition[1]);
        return view.query(request);
      },
    });
    await ids('series');
    asked.length = 0;
    await ids('nobody');
    expect(asked).toEqual(['stamps']);
  });
});
