import { telemetry } from '../telemetry.ts';
import { tolerantly } from './catch-up.ts';
import { compare } from './compare.ts';
import type { Comparison } from './comparison.ts';
import { applierOf } from './rebuildable.ts';
import { flipped, givenUp } from './state.ts';
import type { Step, StepResult } from './work.ts';

/** A comparison has to be done in one invocation: what it folds is in memory. */
export class TimeIsUp extends Error {
  override readonly name = 'TimeIsUp';
}

const LOOK_AGAIN_AFTER_MS = 20;

/**
 * Compares the new generation with a fold of the event table, and makes it the one that is read; or gives it up when it is
 * not what it should be. What its listener has not brought yet is applied here: a backbone that lags is no reason to fail.
 */
export const verify = async (step: Step): Promise<StepResult> => {
  const { rebuild, projection, table, history, lease, now, pause, isTimeUp } = step;
  const apply = applierOf(projection, table.generation(rebuild.generation), history);
  const comparison = await compare({
    projection,
    table,
    generation: rebuild.generation,
    history,
    async awaits(event) {
      await tolerantly(apply(event));
      await pause(LOOK_AGAIN_AFTER_MS);
    },
    async beat() {
      if (isTimeUp()) throw new TimeIsUp('the view is too large to be verified in one invocation');
      await lease.beat();
    },
  });
  telemetry.info('a generation was verified', { ...comparison, differences: comparison.differences.length });
  const problem = problemIn(comparison);
  await lease.save((state) =>
    problem === undefined ? flipped(state, now()) : (givenUp(state, 'failed', problem) ?? state),
  );
  return 'finished';
};

const problemIn = ({ compared, differences }: Comparison): string | undefined =>
  differences.length === 0
    ? undefined
    : `${differences.length} of ${compared} rows are not what the event table says, among them ${differences
        .slice(0, 5)
        .map(({ key }) => key)
        .join(', ')}`;
