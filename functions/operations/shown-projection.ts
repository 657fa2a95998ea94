import * as z from 'zod';
import type { DeadLetter } from '../platform/dead-letters/port.ts';
import type { Progress } from '../platform/rebuild/progress.ts';
import { Phase, type ProjectionState } from '../platform/rebuild/state.ts';

interface Facts {
  state: ProjectionState;
  /** Events on their way to it. */
  backlog: number | undefined;
  progress: Progress | undefined;
  /** Records that its listener set aside. */
  letters: readonly DeadLetter[];
}

/** A read model as operators see it. Each number is one that is kept somewhere; null is one that nobody knows. */
export const ShownProjection = z.object({
  name: z.string(),
  generation: z.number().int().positive(),
  /** Events on their way to it. */
  lag: z.number().int().nonnegative().nullable(),
  /** An event that came into it lately. */
  position: z.object({ stream: z.string(), version: z.number().int() }).nullable(),
  lastAppliedAt: z.string().optional(),
  lastError: z.object({ at: z.string(), reason: z.string() }).optional(),
  rebuild: z
    .object({
      rebuildId: z.string(),
      phase: Phase,
      generation: z.number().int().positive(),
      scanned: z.number().int().nonnegative(),
      startedAt: z.string(),
      endedAt: z.string().optional(),
      error: z.string().optional(),
    })
    .optional(),
});
export type ShownProjection = z.infer<typeof ShownProjection>;

export const shownProjection = (name: string, { state, backlog, progress, letters }: Facts): ShownProjection => {
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
