import type { RunningSystem } from '../runtime.ts';

/** What the start command prints when everything runs. */
export const startReport = (system: RunningSystem, seconds: number, web: boolean): string => {
  const lines: [string, string][] = [
    ...(web ? [['Web application', `${system.url}/`] satisfies [string, string]] : []),
    ['API', `${system.url}/api`],
    ['This system', `${system.url}/_local`],
    ['Metrics', `${system.url}/metrics`],
    ['Kafka', system.kafka.brokers.join(',')],
    ['DynamoDB', system.endpoint],
  ];
  const skipped = system.skipped.map(({ type, count, why }) => `  ${String(count).padStart(4)} × ${type}: ${why}`);
  return [
    '',
    `Bunko is ready in ${seconds.toFixed(1)} s`,
    ...lines.map(([what, where]) => `  ${what.padEnd(16)} ${where}`),
    ...(skipped.length > 0 ? ['Left out, because it means nothing on this machine:', ...skipped] : []),
    '',
  ].join('\n');
};
