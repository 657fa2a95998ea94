/** Values of one measurement, in milliseconds. */
export interface Spread {
  p50: number;
  p95: number;
  p99: number;
  max: number;
  count: number;
}

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1), count: sorted.length };
};

export const round = (value: number): number => Math.round(value * 10) / 10;

/** Runs `work` at a steady rate, not waiting for one to end before the next begins; resolves when all have ended. */
export const atRate = async (
  perSecond: number,
  count: number,
  work: (index: number) => Promise<void>,
): Promise<void> => {
  const began = performance.now();
  const running: Promise<void>[] = [];
  for (let index = 0; index < count; index++) {
    const due = began + (index * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    running.push(work(index));
  }
  await Promise.all(running);
};

/** Runs `work` `count` times with `width` under way at once; answers the seconds it took. */
export const sideBySide = async (
  width: number,
  count: number,
  work: (index: number) => Promise<void>,
): Promise<number> => {
  const began = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: width }, lane));
  return (performance.now() - began) / 1000;
};
