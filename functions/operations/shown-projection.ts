import type { DeadLetter } from '../platform/dead-letters/port.ts';
import type { Progress } from '../platform/rebuild/progress.ts';
import type { ProjectionState } from '../platform/rebuild/state.ts';

interface Facts {
  state: ProjectionState;
  /** Events on their way to it. */
  backlog: number | undefined;
  progress: Progress | undefined;
  /** Records that its listener set aside. */
  letters: readonly DeadLetter[];
}

/** A read model as operators see it. Each number is one that is kept somewhere; null is one that nobody knows. */
export const shownProjection = (name: string, { state, backlog, progress, letters }: Facts) => {
  const lastLetter = letters.toSorted((a, b) => b.at.localeCompare(a.at))[0];
  return {
    name,
    generation: state.live,
    lag: backlog ?? null,
    position: progress?.position ?? null,
    ...(progress && { lastAppliedAt: progress.lastAppliedAt }),
    ...(lastLetter && { lastError: { at: lastLetter.at, reason: lastLetter.reason } }),
    ...(state.rebuild && { rebuild: shownRebuild(state.rebuild) }),
  };
};

const shownRebuild = ({
  rebuildId,
  phase,
  generation,
  scanned,
  startedAt,
  endedAt,
  error,
}: NonNullable<ProjectionState['rebuild']>) => ({ rebuildId, phase, generation, scanned, startedAt, endedAt, error });
