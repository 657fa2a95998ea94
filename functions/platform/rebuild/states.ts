import type { ProjectionState } from './state.ts';

/** Where the states of projections are kept, by the name of the view. */
export interface ProjectionStates {
  /** By a consistent read; a view that was never rebuilt has the state `UNTOUCHED`. */
  of(view: string): Promise<ProjectionState>;
  /** Keeps a state made from the one with this revision; answers whether nobody else was quicker. */
  replace(view: string, state: ProjectionState): Promise<boolean>;
}

/** Changes a state until it succeeds; `change` answers undefined to leave it as it is, and so does this. */
export const changed = async (
  states: ProjectionStates,
  view: string,
  change: (state: ProjectionState) => ProjectionState | undefined,
): Promise<ProjectionState | undefined> => {
  for (;;) {
    const next = change(await states.of(view));
    if (!next) return undefined;
    if (await states.replace(view, next)) return { ...next, revision: next.revision + 1 };
  }
};
