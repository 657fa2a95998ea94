/** The middle value; NaN of nothing. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
};

/** A small generator of numbers from 0 to 1, the same for the same seed. */
export const seeded = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const RESAMPLES = 5_000;

/** Between what the difference of the two medians lies with 95 % confidence, by resampling both (percentile bootstrap). */
export const differenceOfMedians = (
  one: readonly number[],
  other: readonly number[],
  random = seeded(1),
): { low: number; high: number } => {
  const resampled = (values: readonly number[]) =>
    values.map(() => values[Math.floor(random() * values.length)] ?? Number.NaN);
  const differences = Array.from({ length: RESAMPLES }, () => median(resampled(one)) - median(resampled(other)));
  const sorted = differences.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
};

/** Ranks from 1, ties sharing the middle of theirs; with the sizes of the groups of ties. */
const ranked = (values: readonly number[]) => {
  const order = values.map((value, index) => ({ value, index })).toSorted((a, b) => a.value - b.value);
  const ranks: number[] = [];
  const ties: number[] = [];
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && order[to]?.value === order[from]?.value) to++;
    for (const { index } of order.slice(from, to)) ranks[index] = (from + 1 + to) / 2;
    ties.push(to - from);
    from = to;
  }
  return { ranks, ties };
};

/** Twice the tail of the normal distribution beyond `z` (Abramowitz and Stegun 7.1.26, good to seven digits). */
const twoSided = (z: number): number => {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return polynomial * Math.exp(-x * x);
};

/** The two-sided p of Mann and Whitney: how likely samples of one distribution differ so much. For 20 values each and more. */
export const mannWhitney = (one: readonly number[], other: readonly number[]): number => {
  const [n, m] = [one.length, other.length];
  const { ranks, ties } = ranked([...one, ...other]);
  const sum = ranks.slice(0, n).reduce((total, rank) => total + rank, 0);
  const u = sum - (n * (n + 1)) / 2;
  const all = n + m;
  const tied = ties.reduce((total, size) => total + size ** 3 - size, 0) / (all * (all - 1));
  const deviation = Math.sqrt(((n * m) / 12) * (all + 1 - tied));
  if (deviation === 0) return 1;
  const distance = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5);
  return twoSided(distance / deviation);
};
