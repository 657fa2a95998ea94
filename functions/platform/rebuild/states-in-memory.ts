import { type ProjectionState, UNTOUCHED } from './state.ts';
import type { ProjectionStates } from './states.ts';

/** States in the memory of this process, for tests and simulation. */
export const inMemoryStates = (): ProjectionStates => {
  const states = new Map<string, ProjectionState>();
  return {
    of: async (view) => states.get(view) ?? UNTOUCHED,
    async replace(view, state) {
      if ((states.get(view) ?? UNTOUCHED).revision !== state.revision) return false;
      states.set(view, { ...state, revision: state.revision + 1 });
      return true;
    },
  };
};
