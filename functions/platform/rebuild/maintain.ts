import { v7 as uuid } from 'uuid';
import { catchUp } from './catch-up.ts';
import { fill } from './fill.ts';
import { Interrupted, type Lease, takeLease } from './lease.ts';
import { remove } from './remove.ts';
import { givenUp, isUnderWay, type Phase, type ProjectionState } from './state.ts';
import type { ProjectionStates } from './states.ts';
import { TimeIsUp, verify } from './verify.ts';
import type { Step, StepResult, Workshop } from './work.ts';

export interface Maintaining extends Workshop {
  view: string;
  states: ProjectionStates;
}

/** `finished`: nothing is left to do, or somebody else does it. */
export type Maintained = 'finished' | 'time-is-up';

const steps: Readonly<Partial<Record<Phase, (step: Step) => Promise<StepResult>>>> = {
  filling: fill,
  'catching-up': catchUp,
  verifying: verify,
  removing: remove,
};

/**
 * Does what is left of the rebuild of a view, from wherever it stands: the next invocation after a crash or a timeout simply
 * goes on. `isTimeUp` says when to stop and leave the rest to it. A fault is noted in the state and thrown on.
 */
export const maintain = async (maintaining: Maintaining, isTimeUp: () => boolean): Promise<Maintained> => {
  const lease = await takeLease({ ...maintaining, holder: uuid() });
  if (!lease) return 'finished';
  for (;;) {
    try {
      const result = await nextStep(maintaining, lease, isTimeUp);
      if (result === 'nothing-to-do' && (await lease.release())) return 'finished';
      if (result !== 'time-is-up') continue;
      await lease.handOver();
      return 'time-is-up';
    } catch (error) {
      if (error instanceof Interrupted) {
        if (await isLost(lease)) return 'finished';
        continue;
      }
      await noteFault(lease, error);
      if (!(error instanceof TimeIsUp)) throw error;
    }
  }
};

const nextStep = async (
  maintaining: Maintaining,
  lease: Lease,
  isTimeUp: () => boolean,
): Promise<StepResult | 'nothing-to-do'> => {
  const { rebuild } = await lease.renew();
  const step = isUnderWay(rebuild) ? steps[rebuild.phase] : undefined;
  return rebuild && step ? step({ ...maintaining, rebuild, lease, isTimeUp }) : 'nothing-to-do';
};

/** Given up by somebody, the rebuild still has to be cleared away; with the lease lost, that is the other's affair. */
const isLost = async (lease: Lease): Promise<boolean> => {
  try {
    await lease.renew();
    return false;
  } catch (error) {
    if (error instanceof Interrupted) return true;
    throw error;
  }
};

const noteFault = async (lease: Lease, error: unknown): Promise<void> => {
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const noted = (state: ProjectionState): ProjectionState =>
    state.rebuild ? { ...state, rebuild: { ...state.rebuild, error: message } } : state;
  try {
    if (error instanceof TimeIsUp) await lease.save((state) => givenUp(noted(state), 'failed', message) ?? state);
    else await lease.fail(noted);
  } catch (lost) {
    // Whoever works on it now has its own view of things.
    if (!(lost instanceof Interrupted)) throw lost;
  }
};
