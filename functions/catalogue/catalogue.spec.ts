import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { SeriesId, VolumeId } from '../../events/ids.ts';
import type { CommandContext } from '../platform/command-context.ts';
import { commandLoop } from '../platform/command-loop.ts';
import { inMemoryEventStore } from '../platform/event-store/in-memory.ts';
import { createSeries } from './commands/create-series/create-series.ts';
import { CreateSeriesRequest } from './commands/create-series/request.ts';
import { createVolume } from './commands/create-volume/create-volume.ts';
import { CreateVolumeRequest } from './commands/create-volume/request.ts';

const moon = {
  title: 'Ｍoon 図書館',
  author: '青木 春',
  genre: 'fantasy',
  publisher: '文庫社',
  firstPublishedOn: '2025-04-01',
};
const context = (): CommandContext => ({
  commandId: uuid(),
  correlationId: 'correlation',
  causationId: 'cause',
  actor: { kind: 'operator', id: 'test' },
  now: new Date('2026-05-01T00:00:00Z'),
});
const catalogue = () => {
  const decide = commandLoop(inMemoryEventStore());
  return {
    series: (more: object = {}) =>
      createSeries({ newSeriesId: () => SeriesId.parse(uuid()), decide })(
        CreateSeriesRequest.parse({ ...moon, ...more }),
        context(),
      ),
    volume: (seriesId: string, number: number) => {
      const body = { seriesId, title: 't', number, publishedOn: '2025-04-01', initialCopies: 1 };
      const create = createVolume({ newVolumeId: () => VolumeId.parse(uuid()), decide });
      return create(CreateVolumeRequest.parse(body), context());
    },
  };
};
const taken = (reason: string) => ({ outcome: 'rejected', reason });

describe('a series', () => {
  it('is answered as it is shown', async () => {
    const { series } = catalogue();
    expect(await series({ titleEn: 'Moon Library' })).toMatchObject({
      outcome: 'accepted',
      answer: { ...moon, titleEn: 'Moon Library', volumeCount: 0 },
    });
  });

  it('is refused when its title is taken, whatever its width and case', async () => {
    const { series } = catalogue();
    await series();
    expect(await series({ title: ' moon 図書館' })).toEqual(taken('title-taken'));
    expect(await series({ title: 'moon 図書館 II' })).toMatchObject({ outcome: 'accepted' });
  });

  it('enters once when many enter it at the same moment', async () => {
    const { series } = catalogue();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => series()));
    expect(outcomes.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
  });
});

describe('a volume', () => {
  it('has a number of its own in its series, and another series may use it too', async () => {
    const { series, volume } = catalogue();
    const [one, two] = [await series(), await series({ title: 'another' })];
    if (one.outcome !== 'accepted' || two.outcome !== 'accepted') return expect.fail('both titles are free');
    expect(await volume(one.answer.seriesId, 1)).toMatchObject({ outcome: 'accepted', answer: { number: 1 } });
    expect(await volume(one.answer.seriesId, 1)).toEqual(taken('number-taken'));
    expect(await volume(two.answer.seriesId, 1)).toMatchObject({ outcome: 'accepted' });
  });

  it('is not found a place under a series that nobody knows', async () =>
    expect(await catalogue().volume('nothing', 1)).toEqual(taken('not-found')));

  it('is answered without the copies it begins with', async () => {
    const { series, volume } = catalogue();
    const created = await series();
    if (created.outcome !== 'accepted') return expect.fail('the title is free');
    const outcome = await volume(created.answer.seriesId, 1);
    expect(outcome.outcome === 'accepted' && Object.keys(outcome.answer)).not.toContain('initialCopies');
  });
});

describe('a request to the catalogue', () => {
  it.each([
    [{ title: '' }],
    [{ title: 'x'.repeat(201) }],
    [{ title: 'a\nb' }],
    [{ coverUrl: 'javascript:alert(1)' }],
    [{ coverUrl: '//elsewhere.test/x.png' }],
    [{ firstPublishedOn: '2025-02-30' }],
    [{ lastPublishedOn: 'soon' }],
    [{ price: 0 }],
  ])('is refused with %j', (more) => expect(CreateSeriesRequest.safeParse({ ...moon, ...more }).success).toBe(false));

  const volume = { seriesId: 's1', title: 't', number: 1, publishedOn: '2025-04-01', initialCopies: 0 };
  it.each([
    [{ number: 0 }],
    [{ number: 10_000 }],
    [{ number: 1.5 }],
    [{ number: '1' }],
    [{ initialCopies: 101 }],
    [{ initialCopies: -1 }],
    [{ initialCopies: undefined }],
    [{ totalPages: 0 }],
    [{ summary: 'x'.repeat(2001) }],
    [{ seriesId: 'a#b' }],
  ])('is refused with %j', (more) => expect(CreateVolumeRequest.safeParse({ ...volume, ...more }).success).toBe(false));
  it('may have a summary of several lines', () =>
    expect(CreateVolumeRequest.parse({ ...volume, summary: 'a\nb' }).summary).toBe('a\nb'));
});
