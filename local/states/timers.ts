import type { Clock, Running } from '../ports.ts';
import { timerQueue } from './timer-queue.ts';

/** The clock of executions: business time, and what is to be done at an instant of it (milliseconds). */
export interface Timers {
  now(): Date;
  /** Answers how to cancel it; what is due already runs in the next turn. */
  at(instant: number, run: () => void): () => void;
}

/** Timers are short, because a process timer knows nothing of a laptop that slept. */
const LONGEST_TIMER_MS = 30_000;

/** Timers on the movable clock: a move runs what falls due by it, in order. */
export const clockTimers = (clock: Clock): Timers & Running & { due(): number } => {
  const queue = timerQueue();
  let timer: NodeJS.Timeout | undefined;
  let armedFor = Number.POSITIVE_INFINITY;
  let stopped = false;

  const fire = () => {
    while (!stopped && queue.runOne(clock.now().getTime())) armedFor = Number.POSITIVE_INFINITY;
    armedFor = Number.POSITIVE_INFINITY;
    arm();
  };
  const arm = () => {
    const next = queue.next();
    if (stopped || next === undefined || next >= armedFor) return;
    clearTimeout(timer);
    armedFor = next;
    const wait = Math.min(LONGEST_TIMER_MS, Math.max(0, next - clock.now().getTime()));
    timer = setTimeout(fire, wait);
  };
  clock.onMove(async () => fire());

  return {
    now: () => clock.now(),
    at(instant, run) {
      const cancel = queue.add(instant, run);
      arm();
      return cancel;
    },
    due: () => queue.due(clock.now().getTime()),
    async stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
