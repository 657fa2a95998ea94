import { describe, expect, it } from 'vitest';
import { inMemoryViewStore } from '../platform/view-store/in-memory.ts';
import { popularVolumes } from './popular-volumes.ts';

const ranked = async (...buckets: readonly string[]) => {
  const view = inMemoryViewStore();
  for (const bucket of buckets)
    for (const number of [1, 2, 3, 4]) {
      const volumeId = `${bucket.slice(0, 3)}-${number}`;
      const row = { bucket, volumeId, seriesId: 's', title: volumeId, number, borrowCount: 9, place: String(number) };
      await view.put({ pk: bucket, sk: volumeId, ...row }, { from: 0, to: 1 });
    }
  const found = await popularVolumes(view)(new Date('2026-05-06T00:00:00Z'));
  return found.map(({ link }) => link);
};

describe('the volumes a new member is shown', () => {
  it('are the first three of the week', async () =>
    expect(await ranked('week#2026-05-04', 'all')).toEqual(['/volumes/wee-1', '/volumes/wee-2', '/volumes/wee-3']));
  it('are those of all time while the week is empty', async () =>
    expect(await ranked('week#2026-04-27', 'all')).toEqual(['/volumes/all-1', '/volumes/all-2', '/volumes/all-3']));
  it('are none while nobody ever borrowed', async () => expect(await ranked()).toEqual([]));
});
