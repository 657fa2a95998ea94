import { describe, expect, it } from 'vitest';
import { tokenOf } from '../../../platform/http/consistency-token.ts';
import { catalogueAfter, seriesTold, volumeTold } from '../phrases.ts';

const list = { of: 'GET /api/volumes' } as const;
const published = (seriesId: string, number: number, publishedOn: string) =>
  volumeTold(seriesId, number, { publishedOn });

describe('the list of volumes', () => {
  const shelf = () =>
    catalogueAfter(
      seriesTold('a'),
      published('a', 1, '2026-04-26'),
      published('a', 2, '2026-04-27'),
      published('b', 1, '2026-05-03'),
      published('b', 2, '2026-05-04'),
    );

  it('begins with the newest publication', async () => {
    const { pages } = await shelf();
    expect(await pages({ ...list, query: { limit: '3' } }, 'volumeId')).toEqual([['b-2', 'b-1', 'a-2'], ['a-1']]);
  });

  it.each([
    ['2026-04-26T14:59:59Z', ['a-1']],
    ['2026-04-26T15:00:00Z', ['b-1', 'a-2']],
    ['2026-05-03T14:59:59Z', ['b-1', 'a-2']],
    ['2026-05-03T15:00:00Z', ['b-2']],
  ])('knows what is new from Monday to Sunday in Tokyo, at %s', async (now, found) => {
    const { pages } = await shelf();
    expect((await pages({ ...list, query: { new: 'week', limit: '1' }, now }, 'volumeId')).flat()).toEqual(found);
  });

  it('refuses a cursor of a week that is over', async () => {
    const { read, ask } = await shelf();
    const query = { new: 'week', limit: '1' };
    const { nextCursor } = await read({ ...list, query, now: '2026-04-30T00:00:00Z' });
    const later = { ...list, query: { ...query, cursor: nextCursor }, now: '2026-05-07T00:00:00Z' };
    await expect(ask(later)).rejects.toMatchObject({ problem: { status: 400 } });
  });

  it.each([
    [{ seriesId: 'a' }, ['a-2', 'a-1']],
    [{ seriesId: 'nothing' }, []],
    [{ number: '2' }, ['b-2', 'a-2']],
    [{ number: '1', seriesId: 'b' }, ['b-1']],
    [{ title: 'VOLUME 2' }, ['b-2', 'a-2']],
  ])('holds what is asked for: %j', async (query, found) => {
    const { pages } = await shelf();
    expect((await pages({ ...list, query: { ...query, limit: '1' } }, 'volumeId')).flat()).toEqual(found);
  });

  it.each([
    { new: 'month' },
    { number: '0' },
    { number: 'x' },
    { seriesId: 'a#b' },
    { limit: '0' },
  ])('refuses what it does not know: %j', async (query) => {
    const { ask } = await shelf();
    await expect(ask({ ...list, query })).rejects.toMatchObject({ problem: { status: 400 } });
  });
});

describe('a volume', () => {
  const shelf = () => catalogueAfter(...[1, 2, 3, 5, 8, 9999].map((number) => volumeTold('a', number)));
  const next = (volumeId: string) => ({ of: 'GET /api/volumes/{volumeId}/next', params: { volumeId } }) as const;

  it('is followed by the next numbers of its series, three unless told', async () => {
    const { read, pages } = await shelf();
    expect((await read(next('a-2'))).items).toMatchObject([{ number: 3 }, { number: 5 }, { number: 8 }]);
    expect((await read(next('a-9999'))).items).toEqual([]);
    expect(await pages({ ...next('a-1'), query: { limit: '2' } }, 'volumeId')).toEqual([
      ['a-2', 'a-3'],
      ['a-5', 'a-8'],
      ['a-9999'],
    ]);
  });

  it('is not found when nobody knows it', async () => {
    const { ask } = await shelf();
    for (const of of ['GET /api/volumes/{volumeId}', 'GET /api/volumes/{volumeId}/next'] as const)
      await expect(ask({ of, params: { volumeId: 'nothing' } })).rejects.toMatchObject({ problem: { status: 404 } });
  });

  it('is waited for by whoever has seen more than the shelf', async () => {
    const { read, ask } = await shelf();
    const one = { of: 'GET /api/volumes/{volumeId}', params: { volumeId: 'a-1' } } as const;
    const seen = (version: number) => ({ 'x-consistency-token': tokenOf({ 'main#volume#a-1': version }) });
    expect(await read({ ...one, headers: seen(1) })).toMatchObject({ volumeId: 'a-1' });
    await expect(ask({ ...one, headers: seen(2) })).rejects.toMatchObject({ problem: { status: 503 } });
  });
});
