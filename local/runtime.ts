import { synthesise } from './assembly/synthesis.ts';
import { localWorld, type World } from './assembly/world.ts';
import type { FunctionRuntime } from './functions/function-runtime.ts';
import { startServer } from './http/server.ts';
import { authorize as decide } from './iam/authorize.ts';
import { machineRefusal } from './iam/machine-refusal.ts';
import { recorded } from './iam/permission-record.ts';
import { meterDeliveries } from './observe/metered-functions.ts';
import type { FunctionInvoker, Running } from './ports.ts';
import { type AwsSide, openAwsSide } from './wiring/aws-endpoint.ts';
import { changedAtStart } from './wiring/changed-at-start.ts';
import { startEventSources } from './wiring/event-sources.ts';
import { fillNewStore } from './wiring/fill-new-store.ts';
import { type Foundation, layFoundation } from './wiring/foundation.ts';
import { freePort } from './wiring/free-port.ts';
import { type FrontDoor, openFrontDoor } from './wiring/front-door.ts';
import { httpMounts } from './wiring/http-mounts.ts';
import { type LoadedAssembly, loadAssembly, tableNames } from './wiring/loaded-assembly.ts';
import type { RuntimeOptions } from './wiring/runtime-options.ts';
import { type StopOrder, stopOrder } from './wiring/stop-order.ts';
import { startWatchedFunctions } from './wiring/watched-functions.ts';

export type { RuntimeOptions } from './wiring/runtime-options.ts';

/** The whole system, running. */
export interface RunningSystem extends Running {
  /** Base URL of the web application and the API, no trailing slash. */
  url: string;
  kafka: { brokers: readonly string[] };
  /** The AWS endpoint: any SDK client, any credentials. */
  endpoint: string;
  /** Short name → physical name. */
  tables: Readonly<Record<string, string>>;
  skipped: LoadedAssembly['skipped'];
  /** Swaps in the functions, roles and routes of another assembly of the same system. */
  replace(assemblyDir: string): void;
}

/** What stands while the system runs; `assembly` is the one at work. */
interface Parts {
  options: RuntimeOptions;
  foundation: Foundation;
  world: World;
  assembly: LoadedAssembly;
  aws: AwsSide;
  functions: FunctionRuntime;
  door: FrontDoor;
}

const worldOf = async ({ kafka }: Foundation, port: number): Promise<World> => ({
  ...localWorld,
  parameters: { KafkaBrokers: kafka.functionBrokers.join(',') },
  // Templates name the endpoint, and the endpoint serves what templates name: the port is chosen before both.
  endpointUrl: `http://127.0.0.1:${await freePort()}`,
  apiUrl: `http://localhost:${port}`,
});

/** Stands for the functions until they run. */
const notYet: FunctionInvoker = {
  invoke: async () => ({ ok: false, errorType: 'ResourceNotReadyException', errorMessage: 'The system is starting' }),
};

const startParts = async (options: RuntimeOptions, port: number, stops: StopOrder): Promise<Parts> => {
  const { log, permissionsDir } = options;
  const authorize = permissionsDir === undefined ? decide : recorded(decide, permissionsDir);
  const foundation = await layFoundation(options, stops);
  const world = await worldOf(foundation, port);
  const assembly = loadAssembly(options.assemblyDir ?? (await synthesise(options)), world);
  const { resources } = assembly;
  const atWork: { assembly: LoadedAssembly; functions?: FunctionRuntime } = { assembly };
  const principalOf = (accessKeyId: string) => atWork.assembly.principalOf(accessKeyId);
  const aws = await openAwsSide({
    foundation,
    resources,
    dataDir: options.dataDir,
    port: Number(new URL(world.endpointUrl).port),
    parameters: options.parameters ?? {},
    principalOf,
    authorize,
    invoker: () => atWork.functions ?? notYet,
    machines: assembly.machines,
    refusal: machineRefusal(() => atWork.assembly, authorize),
    meter: options.meter,
    log,
    stops,
  });
  const functions = startWatchedFunctions({ assembly, foundation, options, endpointUrl: aws.url, stops });
  atWork.functions = functions;
  const door = openFrontDoor(assembly, functions, foundation.clock);
  // Before anything that could answer a task, so that nothing is answered too early.
  stops.add('state machines', aws.machines.begin());
  const invoker = options.meter ? meterDeliveries(functions, options.meter) : functions;
  await startEventSources({ foundation, aws, resources, invoker, log, stops });
  return Object.assign(atWork, { options, foundation, world, aws, functions, door });
};

const replaceAssembly = (parts: Parts, directory: string): void => {
  const next = loadAssembly(directory, parts.world);
  parts.door.lead(next);
  parts.functions.replace(next.functions);
  parts.aws.machines.replace(next.machines);
  const stale = changedAtStart(parts.assembly, next);
  if (stale.length > 0) parts.options.log.warn('these changes need a restart', { resources: stale });
  parts.assembly = next;
};

const overviewOf = ({ foundation, world, assembly, aws, functions }: Parts, ready: () => boolean) => ({
  ready,
  url: () => world.apiUrl,
  kafkaBrokers: foundation.kafka.brokers,
  dynamodbEndpoint: aws.url,
  tables: tableNames(assembly),
  functions: functions.list,
  stateMachines: aws.machines.list,
  skipped: assembly.skipped,
  clock: foundation.clock,
});

const start = async (options: RuntimeOptions, stops: StopOrder): Promise<RunningSystem> => {
  const port = options.port === 0 ? await freePort() : options.port;
  const parts = await startParts(options, port, stops);
  const { foundation, world, assembly, aws, door } = parts;
  let ready = false;
  const overview = overviewOf(parts, () => ready);
  const mounts = httpMounts({ options, foundation, overview, gateway: door.gateway, mailbox: aws.mailbox });
  stops.add('http server', await startServer({ port, mounts, log: options.log }));
  // First of all to stop: what it holds back would keep the others waiting.
  stops.add('faults', foundation.faults);

  const open = { url: world.apiUrl, endpoint: aws.url, tables: overview.tables };
  await fillNewStore(options, foundation, open);
  ready = true;
  return {
    ...open,
    kafka: { brokers: foundation.kafka.brokers },
    skipped: assembly.skipped,
    replace: (directory) => replaceAssembly(parts, directory),
    stop: () => stops.stop(),
  };
};

/**
 * Runs the whole system of one checkout in this process. When a part cannot start, what was started is stopped again
 * and the reason is thrown: `StartProblem`, `AssemblyError`, `SynthesisFailed`, or the system's error for a taken port.
 */
export const startRuntime = async (options: RuntimeOptions): Promise<RunningSystem> => {
  const stops = stopOrder(options.log);
  try {
    return await start(options, stops);
  } catch (error) {
    await stops.stop();
    throw error;
  }
};
