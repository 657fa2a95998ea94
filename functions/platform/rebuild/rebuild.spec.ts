import { describe, expect, it } from 'vitest';
import { givenLibrary, shelves, totals } from './given-library.ts';
import { POINTER_TTL_MS } from './state.ts';

type Library = ReturnType<typeof givenLibrary>;

/** A library with some shelves on which things happened, all of it told to the listener. */
const givenHistory = async (projection: typeof shelves | typeof totals): Promise<Library> => {
  const library = givenLibrary({ projection });
  for (const volume of ['a', 'b', 'c', 'd', 'e']) {
    await library.happens(volume, 'opened', 'lent');
    for (let loan = 0; loan < 4; loan++) await library.happens(volume, 'back', 'lent');
    await library.happens(volume, 'back');
  }
  await library.delivered();
  return library;
};

/** Something happens before every call of a maintainer (of many, at most), and is told to the listener a while later. */
const busyLibrary = (library: Library, most = 300) => {
  let calls = 0;
  return async (call: string) => {
    calls += 1;
    // Between reading a row and writing it somebody else is quicker now and then, not always.
    if (calls > most || (call.startsWith('generation') && calls % 7 > 0)) return;
    await library.happens(['a', 'd', `new-${calls}`][calls % 3] ?? 'a', 'opened');
    library.pass(100);
    if (calls % 3 === 0) await library.delivered();
  };
};

/** How many events a reader sees of a shelf, in either view. */
const seenOf = async (reader: ReturnType<Library['newReader']>, volume: string): Promise<number> => {
  const [shelf, total] = await Promise.all(['shelf', 'total'].map((sk) => reader.get({ pk: volume, sk })));
  const seen = shelf?.row?.seen;
  return Array.isArray(seen) ? seen.length : Number(total?.row?.count ?? 0);
};

class Killed extends Error {}

describe.each([
  ['with a row for each stream', shelves],
  ['with rows that streams share', totals],
] as const)('a view %s', (_, projection) => {
  it('is rebuilt into a new generation, which is read from then on, and the old one goes', async () => {
    const library = await givenHistory(projection);
    const before = await library.rows(1);
    expect(await library.order()).toMatchObject({ outcome: 'accepted' });
    expect(await library.maintained()).toBe('finished');
    expect(await library.state()).toMatchObject({ live: 2, last: 2, rebuild: { phase: 'done', scanned: 55 } });
    expect(await library.rows(2)).toEqual(before);
    expect(await library.rows(2)).toEqual(await library.folded());
    expect(await library.rows(1)).toEqual({});
  });

  it('is right although things go on happening, and its listener lags', async () => {
    const library = await givenHistory(projection);
    await library.order();
    await library.maintained(busyLibrary(library));
    await library.delivered();
    expect(await library.state()).toMatchObject({ live: 2, rebuild: { phase: 'done' } });
    expect(await library.rows(2)).toEqual(await library.folded());
  });

  it('is healed of whatever was wrong with its rows', async () => {
    const library = await givenHistory(projection);
    await library.table.upkeep(1).write([{ row: { pk: 'a', sk: 'shelf', seen: ['nonsense'] }, guard: 99 }]);
    await library.order();
    await library.maintained();
    expect(await library.rows(2)).toEqual(await library.folded());
  });

  it('shows readers everything that its listener heard, at every moment', async () => {
    const library = await givenHistory(projection);
    await library.order();
    const busy = busyLibrary(library);
    const readers = [library.newReader()];
    const isSeen = async () => {
      for (const reader of readers)
        for (const [stream, version] of library.told)
          expect(await seenOf(reader, stream.slice('main#shelf#'.length))).toBeGreaterThanOrEqual(version);
    };
    let calls = 0;
    await library.maintained(async (call) => {
      await busy(call);
      if (++calls % 10 === 0 && readers.length < 10) readers.push(library.newReader());
      await isSeen();
    });
    expect(await library.state()).toMatchObject({ live: 2 });
    await library.delivered();
    await isSeen();
    library.pass(POINTER_TTL_MS);
    await isSeen();
  });

  it('comes to the same end whichever call its maintainer dies at, and as often as it does', async () => {
    let deaths = 0;
    for (let fatal = 1; ; fatal++) {
      const library = await givenHistory(projection);
      await library.order();
      const busy = busyLibrary(library, 40);
      let calls = 0;
      const dying = library.maintained(async (call) => {
        await busy(call);
        if (++calls === fatal) throw new Killed();
      });
      const isDead = await dying.then(
        () => false,
        (error: unknown) => error instanceof Killed,
      );
      if (isDead) {
        deaths += 1;
        library.pass(60_000);
        await library.maintained(busy);
      }
      await library.delivered();
      const { live, rebuild } = await library.state();
      expect([fatal, rebuild?.phase]).toEqual([fatal, 'done']);
      expect(await library.rows(live)).toEqual(await library.folded());
      if (!isDead) break;
    }
    expect(deaths).toBeGreaterThan(20);
  });

  it('is done step by step by invocations that have no time', async () => {
    const library = await givenHistory(projection);
    await library.order();
    let invocations = 0;
    for (; ; invocations++) {
      let looks = 0;
      const result = await library.maintained(undefined, () => ++looks > 12);
      if (result === 'finished') break;
      expect(invocations).toBeLessThan(200);
    }
    expect(invocations).toBeGreaterThan(1);
    expect(await library.state()).toMatchObject({ live: 2, rebuild: { phase: 'done' } });
    expect(await library.rows(2)).toEqual(await library.folded());
  });
});
