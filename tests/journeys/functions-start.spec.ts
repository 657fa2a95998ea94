import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { synthesise } from '../../local/assembly/synthesis.ts';
import { localWorld } from '../../local/assembly/world.ts';
import { ExecutionEnvironment } from '../../local/functions/execution-environment.ts';
import { workerEnvironment } from '../../local/functions/worker-environment.ts';
import { jsonLog } from '../../local/log.ts';
import { loadAssembly } from '../../local/wiring/loaded-assembly.ts';
import { backbones } from '../support/backbones.ts';
import { root } from '../support/system.ts';

/** Nothing listens there: to start, a function must need nobody. */
const NOWHERE = '127.0.0.1:9';
const AT_ONCE = 4;

describe('the functions that are deployed', () => {
  /** Why a function cannot load with its own environment; undefined when it can. */
  const faultOf = async (definition: ReturnType<typeof loadAssembly>['functions'][number]) => {
    const env = workerEnvironment(definition, 'start', {
      region: localWorld.region,
      endpointUrl: `http://${NOWHERE}`,
      xrayAddress: NOWHERE,
    });
    const environment = new ExecutionEnvironment({
      definition,
      env: { ...env, POWERTOOLS_METRICS_DISABLED: 'true' },
      logStream: 'start',
      compileCacheDir: join(dirname(definition.codeDir), 'compile-cache'),
      onOutput: () => undefined,
    });
    const fault = await environment.ready;
    await environment.end();
    return fault && `${definition.name}: ${fault.errorMessage}`;
  };

  it.each(backbones)('start with what their stack gives them (backbone %s)', async (backbone) => {
    const directory = await synthesise({ root, backbone, log: jsonLog({ quiet: true }) });
    const world = {
      ...localWorld,
      parameters: { KafkaBrokers: NOWHERE },
      endpointUrl: `http://${NOWHERE}`,
      apiUrl: 'http://localhost:4000',
    };
    const { functions } = loadAssembly(directory, world);
    const faults: (string | undefined)[] = [];
    for (let first = 0; first < functions.length; first += AT_ONCE)
      faults.push(...(await Promise.all(functions.slice(first, first + AT_ONCE).map(faultOf))));
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
    expect(functions.length).toBeGreaterThan(40);
  });
});
