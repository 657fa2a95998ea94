import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { SeriesId, VolumeId } from '../../events/ids.ts';
import { streamName } from '../../events/stream-name.ts';
import type { Category } from '../../events/topics.ts';
import type { CommandContext } from '../platform/command-context.ts';
import { commandLoop } from '../platform/command-loop.ts';
import { type Aggregate, fold } from '../platform/decider.ts';
import { inMemoryEventStore } from '../platform/event-store/in-memory.ts';
import type { EventStore, NewEvent } from '../platform/event-store/port.ts';
import { changeSeries } from './commands/change-series/change-series.ts';
import { changeVolume } from './commands/change-volume/change-volume.ts';
import { createSeries } from './commands/create-series/create-series.ts';
import { createVolume } from './commands/create-volume/create-volume.ts';
import { withdrawSeries } from './commands/withdraw-series/withdraw-series.ts';
import { withdrawVolume } from './commands/withdraw-volume/withdraw-volume.ts';
import { series } from './domain/series.ts';
import { shelf } from './domain/shelf.ts';
import { volume } from './domain/volume.ts';

const context = (): CommandContext => ({
  commandId: uuid(),
  correlationId: 'correlation',
  causationId: 'cause',
  actor: { kind: 'operator', id: 'test' },
  now: new Date('2026-05-01T00:00:00Z'),
});
const described = { author: '青木 春', genre: 'fantasy', publisher: '文庫社', firstPublishedOn: '2025-04-01' };
const rejected = (reason: string) => ({ outcome: 'rejected', reason });
const accepted = { outcome: 'accepted' };

/** A catalogue over a store; `through` stands between the commands and the store, to fail or to be quicker. */
const catalogueOver = (store = inMemoryEventStore(), through: (store: EventStore) => EventStore = (same) => same) => {
  const seen = through(store);
  const decide = commandLoop(seen);
  const reading =
    <State, Event>(category: Category, aggregate: Aggregate<State, Event>) =>
    async (id: string) =>
      fold(aggregate, (await seen.read(streamName(category, id))).events as readonly Event[]);
  const [readSeries, readVolume, readShelf] = [
    reading('series', series),
    reading('volume', volume),
    reading('shelf', shelf),
  ];
  const addSeries = async (title: string) => {
    const create = createSeries({ newSeriesId: () => SeriesId.parse(uuid()), decide });
    const outcome = await create({ title, ...described }, context());
    return outcome.outcome === 'accepted' ? outcome.answer.seriesId : expect.fail(`${title} is taken`);
  };
  const tryVolume = (seriesId: SeriesId, number: number) => {
    const create = createVolume({ newVolumeId: () => VolumeId.parse(uuid()), decide });
    const request = { seriesId, title: `t ${number}`, number, publishedOn: '2025-04-01', initialCopies: 1 };
    return create(request, context());
  };
  const addVolume = async (seriesId: SeriesId, number: number) => {
    const outcome = await tryVolume(seriesId, number);
    return outcome.outcome === 'accepted' ? outcome.answer.volumeId : expect.fail(`${number} is taken`);
  };
  /** Writes to a shelf as lending does. */
  const tell = async (volumeId: VolumeId, type: 'lending.copy-lent' | 'lending.copy-brought-back') => {
    const { head } = await store.read(streamName('shelf', volumeId));
    const data = {
      volumeId,
      copyId: `${volumeId}-1`,
      loanId: 'l',
      ...(type === 'lending.copy-lent' && { memberId: 'm' }),
    };
    const events: NewEvent[] = [{ type, data }];
    const { now, ...rest } = context();
    const metadata = { ...rest, occurredAt: now.toISOString() };
    await store.commit({ id: uuid(), appends: [{ head, events }], metadata });
  };
  return {
    store,
    addSeries,
    addVolume,
    tryVolume,
    readSeries,
    readVolume,
    lend: (volumeId: VolumeId) => tell(volumeId, 'lending.copy-lent'),
    bringBack: (volumeId: VolumeId) => tell(volumeId, 'lending.copy-brought-back'),
    changeSeries: (seriesId: SeriesId, changes: object) => changeSeries({ decide })(seriesId, changes, context()),
    changeVolume: (volumeId: VolumeId, changes: object) => changeVolume({ decide })(volumeId, changes, context()),
    withdrawVolume: (volumeId: VolumeId) => withdrawVolume({ readVolume, decide })(volumeId, context()),
    withdrawSeries: (seriesId: SeriesId) => withdrawSeries({ readSeries, readShelf, decide })(seriesId, context()),
    headOf: async (category: Category, id: string) => (await store.read(streamName(category, id))).head.version,
  };
};
const withVolumes = async (count: number, through?: (store: EventStore) => EventStore) => {
  const catalogue = catalogueOver(undefined, through);
  const seriesId = await catalogue.addSeries('Moon');
  const volumeIds: VolumeId[] = [];
  for (let number = 1; number <= count; number++) volumeIds.push(await catalogue.addVolume(seriesId, number));
  const listed = async () => (await Promise.all(volumeIds.map(catalogue.readVolume))).filter(isListed).length;
  return { ...catalogue, seriesId, volumeIds, listed };
};
const isListed = ({ status }: { status: string }) => status === 'listed';

describe('a corrected series', () => {
  it('is answered as it is now, with the number of its volumes', async () => {
    const { changeSeries, seriesId, withdrawVolume, volumeIds } = await withVolumes(3);
    await withdrawVolume(volumeIds[1] ?? expect.fail());
    const outcome = await changeSeries(seriesId, { titleEn: 'Moon' });
    expect(outcome).toMatchObject({ outcome: 'accepted', answer: { title: 'Moon', titleEn: 'Moon', volumeCount: 2 } });
  });

  it('writes nothing when nothing changes', async () => {
    const { changeSeries, seriesId, headOf } = await withVolumes(1);
    const before = await headOf('series', seriesId);
    expect(await changeSeries(seriesId, {})).toMatchObject({ outcome: 'accepted', heads: [] });
    expect(await changeSeries(seriesId, { title: 'Moon' })).toMatchObject({ outcome: 'accepted', heads: [] });
    expect(await headOf('series', seriesId)).toBe(before);
  });

  it('cannot take the title of another, and gives its own up with the new one', async () => {
    const { addSeries, changeSeries, seriesId } = await withVolumes(0);
    const sun = await addSeries('Sun');
    expect(await changeSeries(seriesId, { title: 'ＳＵＮ' })).toEqual(rejected('title-taken'));
    expect(await changeSeries(seriesId, { title: 'Moon II' })).toMatchObject(accepted);
    expect(await changeSeries(sun, { title: 'Moon' })).toMatchObject(accepted);
    expect(await changeSeries(seriesId, { title: 'Sun' })).toMatchObject(accepted);
  });

  it('may be written another way under the title that it has', async () => {
    const { addSeries, changeSeries, seriesId } = await withVolumes(0);
    expect(await changeSeries(seriesId, { title: 'MOON' })).toMatchObject({ answer: { title: 'MOON' } });
    await expect(addSeries('moon')).rejects.toThrow('taken');
  });

  it('has one of two titles when two librarians want the same one', async () => {
    const { addSeries, changeSeries, seriesId } = await withVolumes(0);
    const sun = await addSeries('Sun');
    const outcomes = await Promise.all([seriesId, sun].map((id) => changeSeries(id, { title: 'Star' })));
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['accepted', 'rejected']);
  });
});

describe('a corrected volume', () => {
  it('cannot take the number of another, and gives its own up with the new one', async () => {
    const { changeVolume, volumeIds } = await withVolumes(2);
    const [one, two] = [volumeIds[0] ?? expect.fail(), volumeIds[1] ?? expect.fail()];
    expect(await changeVolume(one, { number: 2 })).toEqual(rejected('number-taken'));
    expect(await changeVolume(one, { number: 3 })).toMatchObject({ answer: { number: 3 } });
    expect(await changeVolume(two, { number: 1 })).toMatchObject(accepted);
  });

  it('writes nothing when nothing changes', async () => {
    const { changeVolume, volumeIds, headOf } = await withVolumes(1);
    const id = volumeIds[0] ?? expect.fail();
    expect(await changeVolume(id, { number: 1 })).toMatchObject({ outcome: 'accepted', heads: [] });
    expect(await headOf('volume', id)).toBe(1);
  });
});

describe('a withdrawn volume', () => {
  it('is gone once, and its number is free', async () => {
    const { withdrawVolume, changeVolume, volumeIds, seriesId, tryVolume, readSeries } = await withVolumes(2);
    const id = volumeIds[0] ?? expect.fail();
    expect(await withdrawVolume(id)).toMatchObject(accepted);
    expect(await withdrawVolume(id)).toEqual(rejected('not-found'));
    expect(await changeVolume(id, { title: 'x' })).toEqual(rejected('not-found'));
    expect(await readSeries(seriesId)).toMatchObject({ volumeIds: [volumeIds[1]] });
    expect(await tryVolume(seriesId, 1)).toMatchObject(accepted);
  });

  it('frees the number that it had last', async () => {
    const { withdrawVolume, changeVolume, volumeIds, seriesId, tryVolume } = await withVolumes(1);
    const id = volumeIds[0] ?? expect.fail();
    await changeVolume(id, { number: 7 });
    await withdrawVolume(id);
    expect(await tryVolume(seriesId, 7)).toMatchObject(accepted);
  });

  it('was not with a reader', async () => {
    const { withdrawVolume, volumeIds, lend, bringBack } = await withVolumes(1);
    const id = volumeIds[0] ?? expect.fail();
    await lend(id);
    expect(await withdrawVolume(id)).toEqual(rejected('copies-on-loan'));
    await bringBack(id);
    expect(await withdrawVolume(id)).toMatchObject(accepted);
  });

  it('stays when a copy is lent in the same moment', async () => {
    let lendFirst: (() => Promise<void>) | undefined;
    const { withdrawVolume, volumeIds, lend } = await withVolumes(1, (store) => ({
      ...store,
      commit: async (commit) => {
        await lendFirst?.();
        lendFirst = undefined;
        return store.commit(commit);
      },
    }));
    const id = volumeIds[0] ?? expect.fail();
    lendFirst = () => lend(id);
    expect(await withdrawVolume(id)).toEqual(rejected('copies-on-loan'));
  });
});

describe('a withdrawn series', () => {
  it('takes its volumes with it in one commit, and its title is free', async () => {
    const { withdrawSeries, withdrawVolume, seriesId, volumeIds, store, addSeries, tryVolume } = await withVolumes(3);
    expect(await withdrawSeries(seriesId)).toMatchObject(accepted);
    const last = async (stream: string) => (await store.read(stream)).events.at(-1);
    const left = [
      await last(streamName('series', seriesId)),
      ...(await Promise.all(volumeIds.map((id) => last(streamName('volume', id))))),
    ];
    expect(left.map((event) => event?.type)).toEqual([
      'catalogue.series-withdrawn',
      ...volumeIds.map(() => 'catalogue.volume-withdrawn'),
    ]);
    expect(new Set(left.map((event) => event?.id.split('.')[0])).size).toBe(1);
    expect(await withdrawSeries(seriesId)).toEqual(rejected('not-found'));
    expect(await withdrawVolume(volumeIds[0] ?? expect.fail())).toEqual(rejected('not-found'));
    expect(await tryVolume(seriesId, 9)).toEqual(rejected('not-found'));
    await addSeries('Moon');
  });

  it.each([3, 60])('stays whole while one copy of %i volumes is with a reader', async (count) => {
    const { withdrawSeries, seriesId, volumeIds, lend, listed, headOf } = await withVolumes(count);
    await lend(volumeIds.at(-1) ?? expect.fail());
    const before = await headOf('series', seriesId);
    expect(await withdrawSeries(seriesId)).toEqual(rejected('copies-on-loan'));
    expect([await listed(), await headOf('series', seriesId)]).toEqual([count, before]);
  });

  it('leaves no volume behind that is added in the same moment', async () => {
    let addFirst: (() => Promise<unknown>) | undefined;
    const catalogue = await withVolumes(2, (store) => ({
      ...store,
      commit: async (commit) => {
        const add = addFirst;
        addFirst = undefined;
        await add?.();
        return store.commit(commit);
      },
    }));
    const other = catalogueOver(catalogue.store);
    addFirst = async () => catalogue.volumeIds.push(await other.addVolume(catalogue.seriesId, 3));
    expect(await catalogue.withdrawSeries(catalogue.seriesId)).toMatchObject(accepted);
    expect(catalogue.volumeIds).toHaveLength(3);
    expect(await catalogue.listed()).toBe(0);
  });

  it('refuses the volume that comes a moment later', async () => {
    let withdrawFirst: (() => Promise<unknown>) | undefined;
    const { tryVolume, seriesId, store } = await withVolumes(1, (store) => ({
      ...store,
      commit: async (commit) => {
        const withdraw = withdrawFirst;
        withdrawFirst = undefined;
        await withdraw?.();
        return store.commit(commit);
      },
    }));
    const other = catalogueOver(store);
    withdrawFirst = () => other.withdrawSeries(seriesId);
    expect(await tryVolume(seriesId, 2)).toEqual(rejected('not-found'));
  });

  it.each([48, 49, 130])('takes %i volumes with it', async (count) => {
    const { withdrawSeries, seriesId, listed, readSeries, addSeries } = await withVolumes(count);
    expect(await withdrawSeries(seriesId)).toMatchObject(accepted);
    expect([await listed(), (await readSeries(seriesId)).status]).toEqual([0, 'withdrawn']);
    await addSeries('Moon');
  });

  it.each([
    1, 2, 3,
  ])('of 130 volumes is withdrawn to the end by who asks again after a crash before commit %i', async (fatal) => {
    let commits = Number.NEGATIVE_INFINITY;
    const { withdrawSeries, seriesId, listed, readSeries, tryVolume, withdrawVolume, volumeIds } = await withVolumes(
      130,
      (store) => ({
        ...store,
        commit: async (commit) => {
          if (++commits === fatal) throw new Error('the function died');
          return store.commit(commit);
        },
      }),
    );
    commits = 0;
    await expect(withdrawSeries(seriesId)).rejects.toThrow('died');
    // What is there is a series with fewer volumes, and nothing in between.
    const left = 130 - (fatal - 1) * 32;
    const found = await readSeries(seriesId);
    expect(found.status === 'listed' && found.volumeIds.length).toBe(left);
    expect(await listed()).toBe(left);
    if (fatal > 1) expect(await tryVolume(seriesId, 1)).toMatchObject(accepted);
    expect(await withdrawVolume(volumeIds.at(-1) ?? expect.fail())).toMatchObject(accepted);
    expect(await withdrawSeries(seriesId)).toMatchObject(accepted);
    expect([await listed(), (await readSeries(seriesId)).status]).toEqual([0, 'withdrawn']);
  });
});
