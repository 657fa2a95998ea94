import { join } from 'node:path';
import { localWorld } from '../assembly/world.ts';
import { openFunctionLogs } from '../functions/function-logs.ts';
import { type FunctionRuntime, startFunctions } from '../functions/function-runtime.ts';
import { recordEmbeddedMetrics } from '../observe/embedded-metrics.ts';
import { recordInvocation, traceInvocation, watchFunctions } from '../observe/function-metrics.ts';
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

/** Opens the functions of an assembly with everything that looks at them: logs, metrics, traces. */
export const startWatchedFunctions = ({
  assembly,
  foundation,
  options,
  endpointUrl,
  stops,
}: WatchedFunctions): FunctionRuntime => {
  const { activity, faults, metrics, traces, xrayAddress } = foundation;
  const { dataDir, log } = options;
  const logs = openFunctionLogs(join(dataDir, 'logs'), (_, line) => recordEmbeddedMetrics(line, metrics));
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
    },
  });
  watchFunctions(runtime, metrics);
  return stops.add('functions', runtime);
};
