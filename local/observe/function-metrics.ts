import type { FunctionRuntime, InvocationReport } from '../functions/function-runtime.ts';
import type { MetricRegistry } from './metric-registry.ts';
import type { TraceStore } from './trace-store.ts';

/** Counts one invocation: calls, errors by type, and how long it took. */
export const recordInvocation = (
  { functionName, durationMs, result }: InvocationReport,
  metrics: MetricRegistry,
): void => {
  metrics.add('bunko_function_invocations_total', { function: functionName });
  if (!result.ok) metrics.add('bunko_function_errors_total', { function: functionName, type: result.errorType });
  metrics.time('bunko_function_duration_seconds', { function: functionName }, durationMs / 1000);
};

/** Keeps the segment that the Lambda service itself would write for an invocation. */
export const traceInvocation = (
  { functionName, startedAt, durationMs, traceHeader, segmentId, result }: InvocationReport,
  traces: TraceStore,
): void => {
  const field = (name: string) => traceHeader.match(new RegExp(`(?:^|;)${name}=([^;]+)`))?.[1];
  const start = startedAt / 1000;
  const segment = {
    trace_id: field('Root'),
    id: segmentId,
    parent_id: field('Parent'),
    name: functionName,
    origin: 'AWS::Lambda',
    start_time: start,
    end_time: start + durationMs / 1000,
    fault: !result.ok,
  };
  traces.add(JSON.stringify(segment));
};

/** Shows the pools' state: environments that are warm, and invocations that run. */
export const watchFunctions = (functions: FunctionRuntime, metrics: MetricRegistry): void => {
  const by = (read: (one: ReturnType<FunctionRuntime['list']>[number]) => number) => () =>
    functions.list().map((one) => ({ labels: { function: one.name }, value: read(one) }));
  metrics.gauge(
    'bunko_function_warm',
    by(({ warm }) => warm),
  );
  metrics.gauge(
    'bunko_function_concurrency',
    by(({ running }) => running),
  );
};
