import { join } from 'node:path';
import { localWorld } from '../assembly/world.ts';
import { type AwsServices, openAwsServices } from '../aws/aws-services.ts';
import { startEndpoint } from '../aws/endpoint.ts';
import { type EngineCall, engineCall } from '../aws/engine-call.ts';
import { tableWrites } from '../aws/table-writes.ts';
import { createTables } from '../aws/tables.ts';
import { recordExecution } from '../observe/execution-metrics.ts';
import type { Meter } from '../observe/meter.ts';
import type { Authorize, FunctionInvoker, Log, Principal, Resource } from '../ports.ts';
import type { Execution } from '../states/execution-store.ts';
import type { Machine } from '../states/machine.ts';
import type { Foundation } from './foundation.ts';
import type { StopOrder } from './stop-order.ts';

/** AWS as functions see it, and the doors that the runtime itself uses. */
export interface AwsSide extends Omit<AwsServices, 'services'> {
  url: string;
  engine: EngineCall;
  onWrite(listener: (tableName: string) => void): void;
}

interface AwsSideOptions {
  foundation: Foundation;
  resources: readonly Resource[];
  /** Directory of the runtime's data. */
  dataDir: string;
  /** The port that the resolved templates already name. */
  port: number;
  /** Parameters that hold for this run only, by name. */
  parameters: Readonly<Record<string, string>>;
  principalOf: (accessKeyId: string) => Principal;
  authorize: Authorize;
  /** Runs functions for other functions; asked late, because functions start after the endpoint. */
  invoker: () => FunctionInvoker;
  machines: readonly Machine[];
  /** Why a state machine's role may not invoke a function. */
  refusal: (roleArn: string, functionName: string) => string | undefined;
  meter?: Meter | undefined;
  log: Log;
  stops: StopOrder;
}

/** Creates the tables and opens the endpoint for all AWS SDK clients. */
export const openAwsSide = async (options: AwsSideOptions): Promise<AwsSide> => {
  const { foundation, resources, dataDir, port, parameters, principalOf, invoker } = options;
  const { authorize, machines, refusal, meter, log, stops } = options;
  const { state, clock, activity, engine, faults, metrics } = foundation;
  const call = engineCall(engine.endpoint);
  const tables = await createTables(resources, call, log);
  const { wrote, onWrite } = tableWrites();
  const shared = {
    resources,
    objectsDir: join(dataDir, 'objects'),
    state,
    clock,
    activity,
    invoker,
    machines,
    refusal,
    onStatus: (execution: Execution) => recordExecution(execution, metrics),
    account: localWorld,
    parameters,
    tables,
    wrote,
    meter,
    log,
  };
  const url = `http://127.0.0.1:${port}`;
  const { services, ...doors } = openAwsServices({ ...shared, engine: engine.endpoint, url: () => url });
  stops.add('aws endpoint', await startEndpoint({ services, principalOf, authorize, faults, meter, port, log }));
  return { ...doors, url, engine: call, onWrite };
};
