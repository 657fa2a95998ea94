import { type ActivityReport, trackActivity } from '../activity.ts';
import { type Engine, startEngine } from '../aws/dynamodb-engine.ts';
import { type MovableClock, openClock } from '../clock.ts';
import { type Broker, startBroker } from '../kafka/broker.ts';
import { MetricRegistry } from '../observe/metric-registry.ts';
import { openTraces, type TraceStore } from '../observe/trace-store.ts';
import { startXrayDaemon } from '../observe/xray-daemon.ts';
import { openState, type State } from '../state.ts';
import { lockDataDir } from './data-lock.ts';
import type { RuntimeOptions } from './runtime-options.ts';
import type { StopOrder } from './stop-order.ts';

/** Kafka as functions and people reach it; `embedded` is undefined when KAFKA_BROKERS names a real cluster. */
export interface Kafka {
  brokers: readonly string[];
  embedded: Broker | undefined;
}

/** What every part stands on, whatever the assembly says. */
export interface Foundation {
  state: State;
  clock: MovableClock;
  activity: ActivityReport;
  metrics: MetricRegistry;
  traces: TraceStore;
  xrayAddress: string;
  engine: Engine;
  kafka: Kafka;
}

const startKafka = async (
  state: State,
  clock: MovableClock,
  { log }: RuntimeOptions,
  stops: StopOrder,
): Promise<Kafka> => {
  const { KAFKA_BROKERS, KAFKA_PORT } = process.env;
  if (KAFKA_BROKERS) return { brokers: KAFKA_BROKERS.split(','), embedded: undefined };
  const embedded = stops.add('kafka broker', await startBroker({ state, clock, log, port: Number(KAFKA_PORT ?? 0) }));
  return { brokers: embedded.brokers, embedded };
};

/** Opens the state and starts the engine and the broker; throws a `StartProblem` when the data directory is taken. */
export const layFoundation = async (options: RuntimeOptions, stops: StopOrder): Promise<Foundation> => {
  const { dataDir, log } = options;
  const lock = lockDataDir(dataDir);
  stops.finally('data directory', () => lock.release());
  const state = openState(dataDir);
  stops.finally('state', () => state.close());
  const clock = openClock(state);
  const traces = openTraces(state);
  const [engine, kafka, xray] = await Promise.all([
    startEngine({ dataDir, log }).then((started) => stops.add('dynamodb engine', started)),
    startKafka(state, clock, options, stops),
    startXrayDaemon(traces).then((started) => stops.add('x-ray daemon', started)),
  ]);
  return {
    state,
    clock,
    activity: trackActivity(),
    metrics: new MetricRegistry(),
    traces,
    xrayAddress: xray.address,
    engine,
    kafka,
  };
};
