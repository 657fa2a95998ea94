import { setTimeout as wait } from 'node:timers/promises';

/** What differs from run to run: waiting, chance and process time. A simulation brings its own. */
export interface Pace {
  /** Milliseconds. */
  pause(milliseconds: number): Promise<unknown>;
  /** At least 0, below 1. */
  random(): number;
  /** Milliseconds since some moment; never goes back, never a time of the business. */
  uptime(): number;
}

export const processPace: Pace = {
  pause: (milliseconds) => wait(milliseconds),
  random: () => Math.random(),
  uptime: () => performance.now(),
};
