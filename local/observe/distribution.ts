import { type Labels, labelText } from './metric-line.ts';

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Count and sum of what was observed; a histogram also counts by size (seconds). */
export class Distribution {
  readonly labels: Labels;
  readonly #buckets: number[] | undefined;
  #count = 0;
  #sum = 0;

  constructor(labels: Labels, kind: 'summary' | 'histogram') {
    this.labels = labels;
    this.#buckets = kind === 'histogram' ? BUCKETS.map(() => 0) : undefined;
  }

  observe(value: number): void {
    this.#count += 1;
    this.#sum += value;
    const buckets = this.#buckets;
    if (!buckets) return;
    for (const [index, limit] of BUCKETS.entries()) if (value <= limit) buckets[index] = (buckets[index] ?? 0) + 1;
  }

  lines(name: string): string[] {
    const own = labelText(this.labels);
    const bucket = (le: string, count: number) => `${name}_bucket${labelText({ ...this.labels, le })} ${count}`;
    const buckets = this.#buckets?.map((count, index) => bucket(String(BUCKETS[index]), count)) ?? [];
    const all = this.#buckets ? [bucket('+Inf', this.#count)] : [];
    return [...buckets, ...all, `${name}_sum${own} ${this.#sum}`, `${name}_count${own} ${this.#count}`];
  }
}
