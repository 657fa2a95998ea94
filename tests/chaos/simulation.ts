import { agenda, type Due } from './agenda.ts';
import type { Random } from './random.ts';
import type { Trace } from './trace.ts';

/** A step that can still be called off. */
export interface Planned {
  cancel(): void;
}

/** Virtual time, and the one scheduler that decides what happens next. */
export interface Simulation {
  readonly random: Random;
  readonly trace: Trace;
  /** Milliseconds since the simulation began. */
  now(): number;
  /** Steps done so far. */
  readonly steps: number;
  /** Does `work` after so many milliseconds of virtual time. `work` traces itself: what never comes true leaves no line. */
  after(milliseconds: number, work: () => void): Planned;
  /** Runs until nothing is planned any more; false when that takes more than `mostSteps`. */
  drain(mostSteps: number): Promise<boolean>;
}

interface Step extends Due {
  work: () => void;
  isOff: boolean;
}

/**
 * Steps run one at a time. Nothing in a simulation waits for the outside world, so that when the event loop has turned
 * once, everything that follows from a step has happened.
 */
export const simulation = (random: Random, trace: Trace): Simulation => {
  const planned = agenda<Step>();
  let now = 0;
  let order = 0;
  let steps = 0;
  return {
    random,
    trace,
    now: () => now,
    get steps() {
      return steps;
    },
    after(milliseconds, work) {
      const step: Step = { at: now + Math.max(0, Math.round(milliseconds)), order: order++, work, isOff: false };
      planned.put(step);
      return {
        cancel() {
          step.isOff = true;
        },
      };
    },
    async drain(mostSteps) {
      const last = steps + mostSteps;
      for (let step = planned.take(); step; step = planned.take()) {
        if (step.isOff) continue;
        if (++steps > last) return false;
        now = step.at;
        step.work();
        await new Promise(setImmediate);
      }
      return true;
    },
  };
};
