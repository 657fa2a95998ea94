import { describe, expect, it } from 'vitest';
import { searchAfter, seriesTold, volumeLeft, volumeTold } from '../../phrases.ts';
import { STAMPS, stampAfter } from './view.ts';

const stampsOf = async ({ view }: Awaited<ReturnType<typeof searchAfter>>) =>
  (await view.query({ partition: ['pk', STAMPS], limit: 100 })).rows;

describe('the stamps of the search', () => {
  const told = Array.from({ length: 30 }, (_, index) => seriesTold(`s${index}`));

  it('are the same whenever the documents are, whatever was told before', async () => {
    const detour = [seriesTold('s1', { title: 'Sun' }), ...told.slice(2), seriesTold('s1', {}, 2), seriesTold('s0')];
    expect(await stampsOf(await searchAfter(...detour))).toEqual(await stampsOf(await searchAfter(...told)));
  });

  it('move with every change, and come back to nothing when all is gone', async () => {
    const volume = await searchAfter(volumeTold('a', 1));
    const [before] = await stampsOf(volume);
    await volume.apply(volumeTold('a', 1, { title: 'Other' }, 2));
    const [after] = await stampsOf(volume);
    expect(after?.fingerprint).not.toBe(before?.fingerprint);
    await volume.apply(volumeLeft('a', 1, 3));
    expect(await stampsOf(volume)).toMatchObject([{ fingerprint: 0 }]);
  });

  it('do not depend on the order of attributes, which a database does not keep', () => {
    const document = { kind: 'series' as const, id: 'a', title: 't', alsoTitled: [], people: [] };
    const { kind, id, title, alsoTitled, people } = document;
    const turned = { people, alsoTitled, title, id, kind };
    const stamp = stampAfter(undefined, 'a', undefined, document);
    expect(stampAfter(stamp, 'a', turned, undefined)).toMatchObject({ fingerprint: 0 });
  });
});
