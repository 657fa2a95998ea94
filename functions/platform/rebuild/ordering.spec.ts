import { describe, expect, it } from 'vitest';
import { givenLibrary, shelves, VIEW } from './given-library.ts';
import { cancelRebuild } from './ordering.ts';
import { isUnderWay, LEASE_MS } from './state.ts';

const given = async () => {
  const library = givenLibrary({ projection: shelves });
  for (const volume of ['a', 'b', 'c']) await library.happens(volume, 'opened', 'lent', 'back');
  await library.delivered();
  return { library, cancel: () => cancelRebuild({ states: library.states, start: async () => {} })(VIEW) };
};

describe('a rebuild', () => {
  it('is ordered once at a time, from its first moment to its last', async () => {
    const { library } = await given();
    expect((await library.order()).outcome).toBe('accepted');
    expect(await library.order()).toEqual({ outcome: 'rejected', reason: 'rebuild-in-progress' });
    await library.maintained(async () => {
      if (isUnderWay((await library.state()).rebuild))
        expect(await library.order()).toMatchObject({ outcome: 'rejected' });
    });
    expect((await library.order()).outcome).toBe('accepted');
    expect(await library.state()).toMatchObject({ live: 2, last: 3 });
  });

  it('that nobody works on any more is taken up again under its own id by the next order', async () => {
    const { library } = await given();
    const first = await library.order();
    const dead = library.maintained((call) => {
      if (call === 'write rows') throw new Error('killed');
    });
    await expect(dead).rejects.toThrow('killed');
    expect(await library.state()).toMatchObject({ rebuild: { phase: 'filling', error: 'Error: killed' } });
    expect(await library.order()).toEqual(first);
    await library.maintained();
    expect(await library.state()).toMatchObject({ live: 2, rebuild: { phase: 'done' } });
  });

  it('whose order nobody ever took up can be ordered again after a while', async () => {
    const { library } = await given();
    const first = await library.order();
    library.pass(LEASE_MS);
    expect(await library.order()).toEqual(first);
  });

  it('is given up at whichever call of its maintainer, and leaves nothing behind', async () => {
    const { library: undisturbed } = await given();
    let most = 0;
    await undisturbed.order();
    await undisturbed.maintained(() => {
      most += 1;
    });
    let cancelled = 0;
    for (let at = 1; at <= most; at++) {
      const { library, cancel } = await given();
      await library.order();
      let calls = 0;
      await library.maintained(async () => {
        if (++calls === at && (await cancel()).outcome === 'accepted') cancelled += 1;
      });
      const { live, rebuild } = await library.state();
      expect([at, rebuild?.phase, live]).toEqual(
        rebuild?.phase === 'cancelled' ? [at, 'cancelled', 1] : [at, 'done', 2],
      );
      expect(await library.rows(live)).toEqual(await library.folded());
      expect(await library.rows(live === 1 ? 2 : 1)).toEqual({});
    }
    expect(cancelled).toBeGreaterThan(5);
  });

  it('is given up although its maintainer died, by the next one', async () => {
    const { library, cancel } = await given();
    await library.order();
    await library
      .maintained((call) => {
        if (call === 'all rows') throw new Error('killed');
      })
      .catch(() => {});
    expect((await cancel()).outcome).toBe('accepted');
    await library.maintained();
    expect(await library.state()).toMatchObject({ live: 1, rebuild: { phase: 'cancelled' } });
    expect(await library.rows(2)).toEqual({});
  });

  it('cannot be given up when there is none, or when what it built is live', async () => {
    const { library, cancel } = await given();
    const refused = { outcome: 'rejected', reason: 'no-rebuild-in-progress' };
    expect(await cancel()).toEqual(refused);
    await library.order();
    await library.maintained(async (call) => {
      if (call === 'remove rows') expect(await cancel()).toEqual(refused);
    });
    expect(await cancel()).toEqual(refused);
  });

  it('is left to the maintainer that is at work by a second one', async () => {
    const { library } = await given();
    await library.order();
    let others = 0;
    await library.maintained(async (call) => {
      if (call !== 'page' || others > 0) return;
      others += 1;
      const watched = Promise.withResolvers<void>();
      let pauses = 0;
      void library.maintained(async (does) => {
        if (does !== 'pause') throw new Error('the second one does something');
        // Each pause moves the clock of both; watched for a while, the second one stays away.
        if (++pauses === 3) watched.resolve();
        if (pauses >= 3) await new Promise(() => {});
      });
      library.pass(10_000);
      await watched.promise;
    });
    expect(await library.state()).toMatchObject({ live: 2, rebuild: { phase: 'done' } });
  });
});
