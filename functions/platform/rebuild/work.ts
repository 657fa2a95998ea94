import type { ViewTable } from '../view-store/port.ts';
import type { History } from './history.ts';
import type { Lease } from './lease.ts';
import type { Rebuildable } from './rebuildable.ts';
import type { Rebuild } from './state.ts';

/** What the rebuild of one view works with. */
export interface Workshop {
  projection: Rebuildable;
  table: ViewTable;
  history: History;
  /** Rows that are held in memory before they are written; some thousands unless told. */
  mostUnwritten?: number;
  /** Wall clock, milliseconds. */
  now(): number;
  pause(milliseconds: number): Promise<unknown>;
}

/** One step of a rebuild, by who holds the lease. */
export interface Step extends Workshop {
  rebuild: Rebuild;
  lease: Lease;
  /** Whether the rest is for another invocation. */
  isTimeUp(): boolean;
}

/** Whether a step came to its end. */
export type StepResult = 'finished' | 'time-is-up';

/** Waits, and shows signs of life. */
export const waitUntil = async ({ lease, now, pause, isTimeUp }: Step, instant: number): Promise<StepResult> => {
  while (now() < instant) {
    if (isTimeUp()) return 'time-is-up';
    await lease.beat();
    await pause(Math.min(1_000, Math.max(1, instant - now())));
  }
  return 'finished';
};
