import { join } from 'node:path';
import { localWorld } from '../assembly/world.ts';
import { openFunctionLogs } from '../functions/function-logs.ts';
import { type FunctionRuntime, startFunctions } from '../functions/function-runtime.ts';
import { recordEmbeddedMetrics } from '../observe/embedded-metrics.ts';
import { recordInvocation, traceInvocation, watchFunctions } from '../observe/function-metrics.ts';
import { meterInvocations } from '../observe/metered-functions.ts';
import type { Foundation } from './foundation.ts';
import type { LoadedAssembly } from './loaded-assembly.ts';
import type { RuntimeOptions } from './runtime-options.ts';
import type { StopOrder } from './stop-order.ts';

interface WatchedFunctions {
  assembly: LoadedAssembly;
  foundation: Foundation;
  options: RuntimeOptions;
  endpointUrl: string;
  stops: StopOrder;
}

/** CloudWatch counts so many bytes beside the text of each line. */
const LOG_EVENT_BYTES = 26;

/** Opens the functions of an assembly with everything that looks at them: logs, metrics, traces. */
export const startWatchedFunctions = ({
  assembly,
  foundation,
  options,
  endpointUrl,
  stops,
}: WatchedFunctions): FunctionRuntime => {
  const { activity, faults, metrics, traces, xrayAddress } = foundation;
  const { dataDir, log, meter } = options;
  const metered = meter && meterInvocations(meter);
  const logs = openFunctionLogs(join(dataDir, 'logs'), (name, line) => {
    recordEmbeddedMetrics(line, metrics);
    meter?.('log-bytes', name, Buffer.byteLength(line) + LOG_EVENT_BYTES);
  });
  stops.finally('function logs', () => logs.close());
  const runtime = startFunctions({
    definitions: assembly.functions,
    surroundings: { region: localWorld.region, endpointUrl, xrayAddress },
    logs,
    activity,
    faults,
    log,
    onColdStart: (name) => metrics.add('bunko_function_cold_starts_total', { function: name }),
    onInvocation(report) {
      recordInvocation(report, metrics);
      traceInvocation(report, traces);
      metered?.(report);
    },
  });
  watchFunctions(runtime, metrics);
  return stops.add('functions', runtime);
};
