import { Distribution } from './distribution.ts';
import { family, type Labels, labelText, metricName } from './metric-line.ts';

/** A label with endless values must not fill the memory; new series beyond this are dropped. */
const SERIES_LIMIT = 5000;

type Read = () => readonly { labels: Labels; value: number }[];
interface DistributionFamily {
  kind: 'summary' | 'histogram';
  series: Map<string, Distribution>;
}

/** Metrics in memory, written as Prometheus text. */
export class MetricRegistry {
  readonly #counters = new Map<string, Map<string, number>>();
  readonly #distributions = new Map<string, DistributionFamily>();
  readonly #gauges = new Map<string, Read>();
  #series = 0;

  add(name: string, labels: Labels, by = 1): void {
    const series = this.#counters.get(metricName(name)) ?? new Map<string, number>();
    this.#counters.set(metricName(name), series);
    const key = labelText(labels);
    if (series.has(key) || this.#hasRoom()) series.set(key, (series.get(key) ?? 0) + by);
  }

  /** Observes a value in a summary (count and sum). */
  observe(name: string, labels: Labels, value: number): void {
    this.#distribution(name, labels, 'summary')?.observe(value);
  }

  /** Observes a duration in a histogram. */
  time(name: string, labels: Labels, seconds: number): void {
    this.#distribution(name, labels, 'histogram')?.observe(seconds);
  }

  /** A value that is asked for when the metrics are read. */
  gauge(name: string, read: Read): void {
    this.#gauges.set(metricName(name), read);
  }

  text(): string {
    const counters = [...this.#counters].flatMap(([name, series]) =>
      family(
        name,
        'counter',
        [...series].map(([labels, value]) => `${name}${labels} ${value}`),
      ),
    );
    const distributions = [...this.#distributions].flatMap(([name, { kind, series }]) =>
      family(
        name,
        kind,
        [...series.values()].flatMap((distribution) => distribution.lines(name)),
      ),
    );
    const gauges = [...this.#gauges].flatMap(([name, read]) =>
      family(
        name,
        'gauge',
        read().map(({ labels, value }) => `${name}${labelText(labels)} ${value}`),
      ),
    );
    return `${[...counters, ...distributions, ...gauges].join('\n')}\n`;
  }

  #distribution(name: string, labels: Labels, kind: DistributionFamily['kind']): Distribution | undefined {
    const { series } = this.#distributions.get(metricName(name)) ?? { series: new Map<string, Distribution>() };
    if (series.size === 0) this.#distributions.set(metricName(name), { kind, series });
    const key = labelText(labels);
    const known = series.get(key);
    if (known || !this.#hasRoom()) return known;
    const made = new Distribution(labels, kind);
    series.set(key, made);
    return made;
  }

  #hasRoom(): boolean {
    this.#series += 1;
    return this.#series <= SERIES_LIMIT;
  }
}
