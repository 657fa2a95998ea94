import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { advanced, begun, type ProjectionState, UNTOUCHED } from './state.ts';
import { changed, type ProjectionStates } from './states.ts';

/** Every store of states signs this. */
export const projectionStatesContract = (adapter: string, open: () => ProjectionStates): void => {
  const building = (state: ProjectionState) => begun(state, 'one', '2026-05-01T00:00:00.000Z');

  describe(`${adapter} keeps the states of projections`, () => {
    it('knows of a view it never heard of that its first generation is live', async () =>
      expect(await open().of(uuid())).toEqual(UNTOUCHED));

    it('keeps all of a state, and counts its changes', async () => {
      const [states, view] = [open(), uuid()];
      await changed(states, view, building);
      const scan = [null, 'ended' as const, { pk: 'main#loan#1', sk: 4 }];
      const next = await changed(states, view, (state) => advanced(state, 'verifying', { scan }));
      expect(await states.of(view)).toEqual(next);
      expect(next).toMatchObject({ live: 1, last: 2, revision: 2, rebuild: { phase: 'verifying', scan } });
    });

    it('takes a state only over the one it was made from', async () => {
      const [states, view] = [open(), uuid()];
      const first = await states.of(view);
      const race = [begun(first, 'one', 'now'), begun(first, 'two', 'now')].map((state) =>
        state ? states.replace(view, state) : false,
      );
      expect((await Promise.all(race)).toSorted()).toEqual([false, true]);
    });

    it('leaves a state alone when there is nothing to change', async () => {
      const [states, view] = [open(), uuid()];
      await changed(states, view, building);
      expect(await changed(states, view, building)).toBeUndefined();
      expect(await states.of(view)).toMatchObject({ revision: 1 });
    });
  });
};
