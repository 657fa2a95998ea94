export type Labels = Readonly<Record<string, string>>;

/** Prometheus allows fewer characters in names than CloudWatch. */
export const metricName = (name: string): string => name.replace(/[^a-zA-Z0-9_:]/g, '_');

const escaped = (value: string) => value.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n');

/** `{a="b"}`, or nothing without labels; also the key of a series. */
export const labelText = (labels: Labels): string => {
  const parts = Object.entries(labels).map(([name, value]) => `${metricName(name)}="${escaped(value)}"`);
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
};

/** One metric in Prometheus' text format. */
export const family = (name: string, type: string, lines: readonly string[]): string[] => [
  `# TYPE ${name} ${type}`,
  ...lines,
];
