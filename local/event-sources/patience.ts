import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../ports.ts';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;

/** Waiting between attempts; ends at once when its owner stops. */
export interface Patience {
  /** Waits before attempt `tries` + 1: 100 ms, doubling to 10 s. Rejects when stopped. */
  wait(tries: number): Promise<void>;
  /** Repeats `work` until it succeeds. Rejects when stopped. */
  untilDone<T>(work: () => Promise<T>): Promise<T>;
}

export const backOffMs = (tries: number): number =>
  Math.min(FIRST_WAIT_MS * 2 ** Math.max(0, tries - 1), LONGEST_WAIT_MS);

/** Patience that ends with `stopped`. */
export const patience = (stopped: AbortSignal, log: Log): Patience => {
  const wait = (tries: number) => pause(backOffMs(tries), undefined, { signal: stopped, ref: false });
  return {
    wait,
    async untilDone(work) {
      for (let tries = 1; ; tries++) {
        try {
          return await work();
        } catch (error) {
          log.warn('trying again', { tries, error: String(error) });
          await wait(tries);
        }
      }
    },
  };
};
