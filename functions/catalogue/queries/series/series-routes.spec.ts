import { describe, expect, it } from 'vitest';
import { catalogueAfter, seriesTold, volumeTold } from '../phrases.ts';

const list = { of: 'GET /api/series' } as const;
const refused = (status: number) => ({ problem: { status } });

describe('the list of series', () => {
  const shelf = () =>
    catalogueAfter(
      seriesTold('a', { title: 'Moon!', author: 'b', genre: 'x', firstPublishedOn: '2020-01-01' }),
      seriesTold('b', { title: 'Moon', author: 'a', genre: 'y', firstPublishedOn: '2021-01-01' }),
      seriesTold('c', { title: '月', author: 'c', genre: 'y', firstPublishedOn: '2019-01-01' }),
      seriesTold('d', { title: 'moon', author: 'a', genre: 'x', firstPublishedOn: '2020-01-01' }),
    );

  it.each([
    [{}, 'badc'],
    [{ order: 'desc' }, 'cdab'],
    [{ sort: 'author' }, 'bdac'],
    [{ sort: 'genre' }, 'adbc'],
    [{ sort: 'firstPublishedOn' }, 'cadb'],
    [{ sort: 'firstPublishedOn', order: 'desc' }, 'bdac'],
  ])('is sorted by code point, ties by id: %j', async (query, order) => {
    const { pages } = await shelf();
    for (const limit of ['1', '3', '100'])
      expect((await pages({ ...list, query: { ...query, limit } }, 'seriesId')).flat().join('')).toBe(order);
  });

  it.each([
    [{ title: 'MOON' }, 'bad'],
    [{ title: 'moon', author: 'A' }, 'bd'],
    [{ title: '.' }, ''],
    [{ title: '%' }, ''],
    [{ title: '' }, 'badc'],
    [{ illustrator: 'nobody' }, ''],
  ])('holds what contains the words literally, without case: %j', async (query, found) => {
    const { pages } = await shelf();
    expect((await pages({ ...list, query }, 'seriesId')).flat().join('')).toBe(found);
  });

  it('fills its pages however rare what is asked for is', async () => {
    const many = Array.from({ length: 250 }, (_, index) =>
      seriesTold(`s${String(index).padStart(3, '0')}`, { genre: index % 100 === 49 ? 'rare' : 'common' }),
    );
    const { pages } = await catalogueAfter(...many);
    const found = await pages({ ...list, query: { genre: 'rare', limit: '2' } }, 'seriesId');
    expect(found).toEqual([['s049', 's149'], ['s249']]);
  });

  it('takes no cursor of another list, and none that was made up', async () => {
    const { read, ask } = await shelf();
    const { nextCursor } = await read({ ...list, query: { limit: '1' } });
    await expect(ask({ ...list, query: { cursor: nextCursor, sort: 'author' } })).rejects.toMatchObject(refused(400));
    const { of } = JSON.parse(Buffer.from(nextCursor, 'base64url').toString());
    for (const titleKey of ['', 'x', 7, 'a\u0001b#c', '\u0001a', '\ud800\u0001a', `${'x'.repeat(1100)}\u0001a`]) {
      const cursor = Buffer.from(JSON.stringify({ of, at: { titleKey } })).toString('base64url');
      await expect(ask({ ...list, query: { cursor } })).rejects.toMatchObject(refused(400));
    }
  });

  it('does not hold a series of which only a volume was told, until the series itself is', async () => {
    const { read, ask, apply } = await catalogueAfter(volumeTold('a', 1), volumeTold('a', 2));
    const one = { of: 'GET /api/series/{seriesId}', params: { seriesId: 'a' } } as const;
    expect((await read(list)).items).toEqual([]);
    await expect(ask(one)).rejects.toMatchObject(refused(404));
    await apply(seriesTold('a'));
    expect((await read(list)).items).toMatchObject([{ seriesId: 'a', volumeCount: 2 }]);
    expect(await read(one)).toMatchObject({ seriesId: 'a', volumeCount: 2 });
  });
});

describe('a series', () => {
  it('counts each volume once, however often and at the same moment they are told', async () => {
    const volumes = Array.from({ length: 6 }, (_, index) => volumeTold('a', index + 1));
    const { apply, read } = await catalogueAfter(seriesTold('a'));
    await Promise.all([...volumes, ...volumes].map(apply));
    const one = { of: 'GET /api/series/{seriesId}', params: { seriesId: 'a' } } as const;
    expect(await read(one)).toMatchObject({ volumeCount: 6 });
  });

  it('shows its volumes in the order of their numbers, and nothing that is not for readers', async () => {
    const told = [10, 9, 2, 1, 100].map((number) => volumeTold('a', number));
    const { pages, read } = await catalogueAfter(seriesTold('a'), ...told, volumeTold('b', 3));
    const asked = { of: 'GET /api/series/{seriesId}/volumes', params: { seriesId: 'a' } } as const;
    expect(await pages({ ...asked, query: { limit: '2' } }, 'volumeId')).toEqual([
      ['a-1', 'a-2'],
      ['a-9', 'a-10'],
      ['a-100'],
    ]);
    const { items } = await read(asked);
    expect(Object.keys(items[0])).toEqual(['volumeId', 'seriesId', 'title', 'number', 'publishedOn']);
  });

  it('is not found when nobody knows it, neither are its volumes', async () => {
    const { ask } = await catalogueAfter();
    for (const of of ['GET /api/series/{seriesId}', 'GET /api/series/{seriesId}/volumes'] as const)
      await expect(ask({ of, params: { seriesId: 'nothing' } })).rejects.toMatchObject(refused(404));
  });

  it('answers 304 without a body to whoever has it', async () => {
    const { ask } = await catalogueAfter(seriesTold('a'));
    const { headers } = await ask(list);
    const again = await ask({ ...list, headers: { 'if-none-match': String(headers?.etag) } });
    expect(again).toMatchObject({ statusCode: 304 });
    expect(again.body).toBeUndefined();
  });
});
