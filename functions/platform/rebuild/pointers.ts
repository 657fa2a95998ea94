import { POINTER_TTL_MS, type ProjectionState } from './state.ts';
import type { ProjectionStates } from './states.ts';

/** Answers the state of a view as it was at most `POINTER_TTL_MS` ago. */
export type Pointers = (view: string) => Promise<ProjectionState>;

/**
 * The states of views as an instance knows them: each is asked for again when it is older than `POINTER_TTL_MS`, counted
 * from before it was asked for. `now` is the wall clock in milliseconds: a monotonic one may stand still while an instance
 * is frozen, and memory would look younger than it is.
 */
export const pointers = (states: Pick<ProjectionStates, 'of'>, now: () => number = Date.now): Pointers => {
  const known = new Map<string, { state: Promise<ProjectionState>; at: number }>();
  return (view) => {
    const before = known.get(view);
    const age = before ? now() - before.at : Number.POSITIVE_INFINITY;
    if (before && age >= 0 && age < POINTER_TTL_MS) return before.state;
    const asked = { state: states.of(view), at: now() };
    known.set(view, asked);
    asked.state.catch(() => known.get(view) === asked && known.delete(view));
    return asked.state;
  };
};
