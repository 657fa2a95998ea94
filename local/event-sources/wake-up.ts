/** A bell that is never missed: it stays rung until whoever answers it has looked after the ring. */
export interface Alarm {
  ring(): void;
  isRung(): boolean;
  /** How often it was rung; hand it to `settle` after a look that began now. */
  rings(): number;
  /** Nothing was found by a look that began at `rings`; a later ring stays. */
  settle(rings: number): void;
  /** Resolves when it is rung (at once if it is) or after `ms`. */
  wait(ms: number): Promise<void>;
  /** Resolves on the next ring or after `ms`. */
  sleep(ms: number): Promise<void>;
}

export const alarm = (): Alarm => {
  let count = 0;
  let answered = 0;
  let waiting: (() => void) | undefined;

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => waiting?.(), ms);
      timer.unref();
      waiting = () => {
        clearTimeout(timer);
        waiting = undefined;
        resolve();
      };
    });

  return {
    ring() {
      count++;
      waiting?.();
    },
    isRung: () => count !== answered,
    rings: () => count,
    settle: (rings) => {
      answered = rings;
    },
    wait: (ms) => (count === answered ? sleep(ms) : Promise.resolve()),
    sleep,
  };
};
