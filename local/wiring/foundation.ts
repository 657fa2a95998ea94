import { type ActivityReport, trackActivity } from '../activity.ts';
import { type Engine, startEngine } from '../aws/dynamodb-engine.ts';
import { type MovableClock, openClock } from '../clock.ts';
import { type FaultBook, openFaults } from '../faults/fault-book.ts';
import { MetricRegistry } from '../observe/metric-registry.ts';
import { openTraces, type TraceStore } from '../observe/trace-store.ts';
import { startXrayDaemon } from '../observe/xray-daemon.ts';
import { openState, type State } from '../state.ts';
import { lockDataDir } from './data-lock.ts';
import { type Kafka, openKafka } from './kafka.ts';
import type { RuntimeOptions } from './runtime-options.ts';
import type { StopOrder } from './stop-order.ts';

/** What every part stands on, whatever the assembly says. */
export interface Foundation {
  state: State;
  clock: MovableClock;
  activity: ActivityReport;
  /** What goes wrong on purpose; nothing until somebody asks for it. */
  faults: FaultBook;
  metrics: MetricRegistry;
  traces: TraceStore;
  xrayAddress: string;
  engine: Engine;
  kafka: Kafka;
}

/** Opens the state and starts the engine and the broker; throws a `StartProblem` when the data directory is taken or Kafka is not there. */
export const layFoundation = async (options: RuntimeOptions, stops: StopOrder): Promise<Foundation> => {
  const { dataDir, log, meter } = options;
  const lock = lockDataDir(dataDir);
  stops.finally('data directory', () => lock.release());
  const state = openState(dataDir);
  stops.finally('state', () => state.close());
  const clock = openClock(state);
  const traces = openTraces(state);
  const activity = trackActivity();
  const faults = openFaults(activity);
  const [engine, xray] = await Promise.all([
    startEngine({ dataDir, log }).then((started) => stops.add('dynamodb engine', started)),
    startXrayDaemon(traces).then((started) => stops.add('x-ray daemon', started)),
  ]);
  // When there is no Kafka, what has started is stopped: so after the others, not beside them.
  const kafka = await openKafka({ state, clock, faults, meter, log }, stops);
  return {
    state,
    clock,
    activity,
    faults,
    metrics: new MetricRegistry(),
    traces,
    xrayAddress: xray.address,
    engine,
    kafka,
  };
};
