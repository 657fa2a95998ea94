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
    summary: 'old',
    publishedOn: '2025-04-01',
    initialCopies: 7,
  });

const { initialCopies: _, summary: __, ...described } = volume(1).data as Record<string, unknown>;
const changedVolume = (data: object) => recorded('catalogue.volume-changed', 'main#volume#v1', 2, { ...data });
const withdrawn = (version: number) =>
  recorded('catalogue.volume-withdrawn', 'main#volume#v1', version, { volumeId: 'v1', seriesId: 's1' });
const grew = recorded('catalogue.series-grew', 'main#series#s1', 2, { seriesId: 's1', volumeId: 'v1' });
const changedSeries = recorded('catalogue.series-changed', 'main#series#s1', 3, {
  ...(series.data as object),
  title: '太陽の図書館',
});
const seriesLeft = recorded('catalogue.series-withdrawn', 'main#series#s1', 4, { seriesId: 's1' });

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

  it('shows a volume and a series as they were corrected, and keeps the count', async () => {
    const { series: shown, volume: first } = await shelfAfter(
      series,
      one,
      grew,
      changedVolume({ ...described, number: 4, subtitle: 'new' }),
      changedSeries,
    );
    expect(shown).toMatchObject({ title: '太陽の図書館', titleKey: sortKey('太陽の図書館', 's1'), volumeCount: 1 });
    expect(first).toMatchObject({ number: 4, numberKey: sortKey('00004', 'v1'), subtitle: 'new' });
  });

  it('takes away what a correction took away', async () => {
    const { volume: first } = await shelfAfter(series, one, changedVolume(described));
    expect(first).not.toHaveProperty('summary');
  });

  it('keeps of what was withdrawn only that it is in no list', async () => {
    const told = [series, one, two, grew, changedSeries, seriesLeft, withdrawn(2)];
    const expected = { series: { ...seriesRow('s1'), volumeCount: 1 }, volume: volumeRow('v1') };
    expect(await shelfAfter(...told)).toMatchObject(expected);
    const { series: shown, volume: first } = await shelfAfter(one, two, withdrawn(2), ...told, ...told);
    expect({ series: shown, volume: first }).toEqual(expected);
  });

  it('has come as far as every event of a series, also those that change nothing on it', async () => {
    const { view } = await shelfAfter(series, grew);
    expect(await view.position('main#series#s1')).toBe(2);
  });

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
