import { describe, expect, it } from 'vitest';
import { inMemoryEventStore } from '../../../platform/event-store/in-memory.ts';
import { recorded } from '../../../platform/listener/phrases.ts';
import { severalRows } from '../../../platform/projection.ts';
import { inMemoryViewStore } from '../../../platform/view-store/in-memory.ts';
import { catalogueShelf } from './project.ts';
import { seriesRow, sortKey, volumeRow } from './view.ts';

const series = recorded('catalogue.series-created', 'main#series#s1', 1, {
  seriesId: 's1',
  title: '月の図書館',
  author: '青木 春',
  genre: 'fantasy',
  publisher: '文庫社',
  firstPublishedOn: '2025-04-01',
});
const volume = (number: number) =>
  recorded('catalogue.volume-created', `main#volume#v${number}`, 1, {
    volumeId: `v${number}`,
    seriesId: 's1',
    title: `月の図書館 ${number}`,
    number,
    publishedOn: '2025-04-01',
    initialCopies: 7,
  });

const shelfAfter = async (...told: readonly ReturnType<typeof recorded>[]) => {
  const view = inMemoryViewStore();
  const apply = severalRows(catalogueShelf, view, inMemoryEventStore());
  for (const event of told) await apply(event);
  return { series: (await view.get(seriesRow('s1'))).row, volume: (await view.get(volumeRow('v1'))).row, view };
};

describe('the shelf of the catalogue', () => {
  const [one, two] = [volume(1), volume(2)];

  it('shows the same in whatever order and however often series and volumes are told', async () => {
    const expected = await shelfAfter(series, one, two);
    for (const told of [
      [one, two, series],
      [two, series, one],
      [one, one, series, two, series, two],
    ])
      expect((await shelfAfter(...told)).series).toEqual(expected.series);
    expect(expected.series).toMatchObject({ title: '月の図書館', volumeCount: 2 });
  });

  it('keeps a series that only its volumes told of out of every list', async () =>
    expect((await shelfAfter(one)).series).toEqual({ ...seriesRow('s1'), volumeCount: 1 }));

  it('keeps nothing of a volume that belongs to inventory', async () =>
    expect((await shelfAfter(one)).volume).not.toHaveProperty('initialCopies'));

  it('knows how far it is in each stream', async () => {
    const { view } = await shelfAfter(one);
    expect([await view.position('main#volume#v1'), await view.position('main#series#s1')]).toEqual([1, 0]);
  });
});

describe('the order of a list', () => {
  it('puts a title before the longer ones that it begins', () =>
    expect([sortKey('Moon!', 'a'), sortKey('Moon', 'b')].toSorted()).toEqual([
      sortKey('Moon', 'b'),
      sortKey('Moon!', 'a'),
    ]));
});
