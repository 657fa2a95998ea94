import { randomBytes, randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Faults, noFaults } from '../faults/faults.ts';
import { faultyInvocation } from '../faults/faulty-invocation.ts';
import type { Activity, FunctionInvoker, InvokeResult, Log, Running } from '../ports.ts';
import { ExecutionEnvironment, PAYLOAD_LIMIT } from './execution-environment.ts';
import type { FunctionDefinition } from './function-definition.ts';
import type { FunctionLogs } from './function-logs.ts';
import { FunctionPool } from './function-pool.ts';
import { type Surroundings, workerEnvironment } from './worker-environment.ts';

/** What is told about each invocation, for metrics and traces. */
export interface InvocationReport {
  functionName: string;
  /** Wall-clock instants, milliseconds since the epoch; queueing and cold start included. */
  startedAt: number;
  durationMs: number;
  /** The trace as the caller gave it; its `Parent` is the caller's segment. */
  traceHeader: string;
  /** The invocation's own segment, the parent of everything the function reports. */
  segmentId: string;
  result: InvokeResult;
}

export interface FunctionRuntime extends FunctionInvoker, Running {
  /** New code for all functions: running invocations end on the old code, new ones get the new. */
  replace(definitions: readonly FunctionDefinition[]): void;
  /** What is loaded right now; `warm` counts environments. */
  list(): { name: string; handler: string; warm: number; running: number }[];
}

export interface FunctionRuntimeOptions {
  definitions: readonly FunctionDefinition[];
  surroundings: Surroundings;
  logs: FunctionLogs;
  activity: Activity;
  /** What goes wrong on purpose with invocations. */
  faults?: Faults;
  log: Log;
  onColdStart?(functionName: string): void;
  onInvocation?(report: InvocationReport): void;
}

let lastSampledSecond = 0;

/** X-Ray's default rule: the first request of each second and one in twenty of the others send segments of their own. */
const isSampled = (second: number): boolean => {
  const isFirst = second !== lastSampledSecond;
  lastSampledSecond = second;
  return isFirst || Math.random() < 0.05;
};

/** A fresh trace header: `Root=1-<epoch seconds>-<96 bits>;Parent=<64 bits>;Sampled=<0 or 1>`. */
export const newTraceHeader = (): string => {
  const id = randomUUID().replaceAll('-', '');
  const second = Math.floor(Date.now() / 1000);
  const seconds = second.toString(16);
  return `Root=1-${seconds}-${id.slice(0, 24)};Parent=${randomUUID().replaceAll('-', '').slice(0, 16)};Sampled=${isSampled(second) ? 1 : 0}`;
};

const withParent = (traceHeader: string, segmentId: string): string =>
  [
    ...traceHeader.split(';').filter((field) => field !== '' && !field.startsWith('Parent=')),
    `Parent=${segmentId}`,
  ].join(';');

const SWEEP_EVERY_MS = 15_000;
const refusal = (errorType: string, errorMessage: string): InvokeResult => ({ ok: false, errorType, errorMessage });

/** Lambda's own form: `2026/12/01/[$LATEST]<32 hex digits>`. */
const newLogStream = (): string => {
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '/');
  return `${day}/[$LATEST]${randomUUID().replaceAll('-', '')}`;
};

const poolOf = (definition: FunctionDefinition, options: FunctionRuntimeOptions): FunctionPool =>
  new FunctionPool(definition, () => {
    const { surroundings, logs, onColdStart } = options;
    const logStream = newLogStream();
    onColdStart?.(definition.name);
    return new ExecutionEnvironment({
      definition,
      env: workerEnvironment(definition, logStream, surroundings),
      logStream,
      // Beside the bundles: systems that run the same assembly compile each of them once.
      compileCacheDir: join(dirname(definition.codeDir), 'compile-cache'),
      onOutput: logs.sink(definition.name),
    });
  });

/** The pools of all functions: those at work, and those that still finish what they accepted. */
class Pools {
  readonly #options: FunctionRuntimeOptions;
  #atWork: ReadonlyMap<string, FunctionPool>;
  readonly #retiring = new Set<FunctionPool>();
  #stopped = false;

  constructor(options: FunctionRuntimeOptions) {
    this.#options = options;
    this.#atWork = this.#open(options.definitions);
  }

  get atWork(): readonly FunctionPool[] {
    return [...this.#atWork.values()];
  }

  async run(functionName: string, event: unknown, traceHeader: string): Promise<InvokeResult> {
    if (this.#stopped) return refusal('Runtime.Stopped', 'The runtime is stopping');
    const pool = this.#atWork.get(functionName.replace(/^.*:function:/, ''));
    if (!pool) return refusal('ResourceNotFoundException', `Function not found: ${functionName}`);
    const payload = JSON.stringify(event) ?? 'null';
    if (Buffer.byteLength(payload) > PAYLOAD_LIMIT)
      return refusal('RequestEntityTooLargeException', `Request must be smaller than ${PAYLOAD_LIMIT} bytes`);
    const { faults = noFaults } = this.#options;
    return faultyInvocation(faults, pool.definition.name, (fate) => pool.invoke(payload, traceHeader, fate));
  }

  replace(definitions: readonly FunctionDefinition[]): void {
    for (const pool of this.atWork) {
      this.#retiring.add(pool);
      void pool.drain().then(() => this.#retiring.delete(pool));
    }
    this.#atWork = this.#open(definitions);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([...this.atWork, ...this.#retiring].map((pool) => pool.end()));
  }

  #open(definitions: readonly FunctionDefinition[]): ReadonlyMap<string, FunctionPool> {
    return new Map(definitions.map((definition) => [definition.name, poolOf(definition, this.#options)]));
  }
}

const invokerOf =
  (pools: Pools, { activity, log, onInvocation }: FunctionRuntimeOptions): FunctionInvoker['invoke'] =>
  async (functionName, event, { traceHeader = newTraceHeader() } = {}) => {
    const segmentId = randomBytes(8).toString('hex');
    const startedAt = Date.now();
    const began = performance.now();
    const finished = activity.begin(`function ${functionName}`);
    const result = await pools.run(functionName, event, withParent(traceHeader, segmentId));
    finished();
    if (!result.ok) log.warn('function failed', { functionName, ...result });
    const durationMs = performance.now() - began;
    onInvocation?.({ functionName, startedAt, durationMs, traceHeader, segmentId, result });
    return result;
  };

/** Opens the pools of all functions; no worker starts before its first invocation. */
export const startFunctions = (options: FunctionRuntimeOptions): FunctionRuntime => {
  const pools = new Pools(options);
  const sweeper = setInterval(() => {
    for (const pool of pools.atWork) pool.sweep(Date.now());
  }, SWEEP_EVERY_MS);
  sweeper.unref();
  return {
    invoke: invokerOf(pools, options),
    replace: (definitions) => pools.replace(definitions),
    list: () =>
      pools.atWork.map(({ definition: { name, handler }, warm, running }) => ({ name, handler, warm, running })),
    async stop() {
      clearInterval(sweeper);
      await pools.stop();
    },
  };
};
