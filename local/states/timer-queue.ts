/** Something to be done at an instant, milliseconds. */
interface Timer {
  at: number;
  run: (() => void) | undefined;
}

/** Timers in the order in which they fall due; those of one instant in the order in which they were set. */
export const timerQueue = () => {
  let timers: Timer[] = [];

  const placeFor = (at: number): number => {
    let [low, high] = [0, timers.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((timers[middle]?.at ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  /** What was cancelled at the front must not be waited for. */
  const trim = () => {
    const first = timers.findIndex(({ run }) => run !== undefined);
    if (first !== 0) timers = first < 0 ? [] : timers.slice(first);
  };

  return {
    /** Answers how to cancel it. */
    add(at: number, run: () => void): () => void {
      const timer: Timer = { at, run };
      timers.splice(placeFor(at), 0, timer);
      return () => {
        timer.run = undefined;
      };
    },
    /** When the next one falls due. */
    next(): number | undefined {
      trim();
      return timers[0]?.at;
    },
    /** Runs the first one when it is due at `now`; whether there was one. */
    runOne(now: number): boolean {
      trim();
      const [first] = timers;
      if (!first || first.at > now) return false;
      timers.shift();
      first.run?.();
      return true;
    },
    due: (now: number): number => timers.filter(({ at, run }) => at <= now && run !== undefined).length,
  };
};
