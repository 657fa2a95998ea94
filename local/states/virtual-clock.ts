import { setImmediate as turn } from 'node:timers/promises';
import { timerQueue } from './timer-queue.ts';
import type { Timers } from './timers.ts';

/** Time that passes only when it is told to; nothing waits for real. */
export interface VirtualClock extends Timers {
  /** Lets `ms` pass, and runs what falls due on the way, each thing at its own instant. */
  elapse(ms: number): Promise<void>;
  /** Lets time pass from one timer to the next until `work` has ended, and gives its result. */
  until<T>(work: Promise<T>): Promise<T>;
}

/** Turns of the event loop after which nothing moves any more but by the clock: what runs in memory takes one or two. */
const QUIET_TURNS = 4;

const settle = async (): Promise<void> => {
  for (let count = 0; count < QUIET_TURNS; count++) await turn();
};

/**
 * A clock for tests. What runs on it must be in memory: it waits a few turns of the event loop for it, then time goes on.
 *
 *     const clock = virtualClock();
 *     const machine = openStateMachine({ …, timers: clock });
 *     const execution = await clock.until(machine.ended(machine.start({ name: 'one', input: {} }).arn));
 */
export const virtualClock = (begin = new Date('2026-12-01T00:00:00Z')): VirtualClock => {
  const queue = timerQueue();
  let now = begin.getTime();

  const step = (limit: number): boolean => {
    const next = queue.next();
    if (next === undefined || next > limit) return false;
    now = Math.max(now, next);
    return queue.runOne(now);
  };

  return {
    now: () => new Date(now),
    at: (instant, run) => queue.add(instant, run),
    async elapse(ms) {
      const target = now + ms;
      do await settle();
      while (step(target));
      now = target;
    },
    async until(work) {
      let ended = false;
      const noted = work.finally(() => {
        ended = true;
      });
      noted.catch(() => undefined);
      for (await settle(); !ended; await settle())
        if (!step(Number.POSITIVE_INFINITY) && !ended) {
          await settle();
          if (!ended) throw new Error('nothing is due any more, and the work has not ended');
        }
      return noted;
    },
  };
};
