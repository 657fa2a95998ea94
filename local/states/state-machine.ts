import { DatabaseSync } from 'node:sqlite';
import type { InvokeResult } from '../ports.ts';
import { readDefinition } from './definition.ts';
import { type ExecutionStore, type HistoryEvent, openExecutionStore } from './execution-store.ts';
import { Executions } from './executions.ts';
import type { Timers } from './timers.ts';

export interface StateMachineOptions {
  /** The Amazon States Language, as an object or as JSON. */
  definition: object | string;
  /** `order-saga` unless told otherwise; part of ARNs only. */
  name?: string;
  /** Where executions are kept; in memory of its own unless told otherwise. */
  store?: ExecutionStore;
  /** Runs a task's function by the `FunctionName` of its Parameters. A function that throws is `{ ok: false, errorType: error.name, errorMessage }`. */
  invoke: (functionName: string, payload: unknown) => Promise<InvokeResult>;
  /** `virtualClock()` in tests, so that nothing waits for real. */
  timers: Timers;
  /** 0 to below 1, for the jitter of retries. */
  random: () => number;
}

/** Executions in memory: as durable as the process. */
export const memoryStore = (): ExecutionStore => openExecutionStore(new DatabaseSync(':memory:'));

/**
 * One state machine without a runtime around it, for tests of its definition.
 *
 *     const clock = virtualClock();
 *     const machine = openStateMachine({ definition, timers: clock, random: seededRandom(1, 'jitter'),
 *       invoke: async (name, payload) => ({ ok: true, payload: await steps[name](payload) }) });
 *     const { arn } = machine.start({ name: orderId, input: { orderId, begin: 'order' } });
 *     const { status, error, output } = await clock.until(machine.ended(arn));
 *
 * A payload's task token is answered with `machine.succeed(token, output)` or `machine.fail(token, error, cause)`; a late
 * or second answer throws `ExecutionRefused` with `code: 'TaskTimedOut'`. Something that happens later is put on the
 * clock: `clock.at(clock.now().getTime() + 5_000, () => machine.succeed(token, {}))`. A second `openStateMachine` with the
 * same `store` goes on with what the first one left (`halt()` it as `kill -9` would).
 */
export const openStateMachine = (options: StateMachineOptions) => {
  const { name = 'order-saga', store = memoryStore(), invoke, timers, random } = options;
  const definition = typeof options.definition === 'string' ? options.definition : JSON.stringify(options.definition);
  readDefinition(definition, name);
  const region = 'ap-northeast-1:000000000000';
  const machine = {
    arn: `arn:aws:states:${region}:stateMachine:${name}`,
    name,
    roleArn: `arn:aws:iam::000000000000:role/${name}`,
    definition,
  };
  const executions = new Executions({
    store,
    timers,
    random,
    invoke: ({ functionName, payload }) => invoke(functionName, payload),
  });
  executions.resume();

  return {
    /** Throws `ExecutionRefused` as StartExecution does. */
    start: (wish: { name: string; input: unknown }) =>
      executions.start({ machine, name: wish.name, input: JSON.stringify(wish.input), traceHeader: '' }),
    find: (arn: string) => executions.find(arn),
    /** Resolves when the execution is not running any more. */
    ended: (arn: string) => executions.ended(arn),
    succeed: (token: string, output: unknown) =>
      executions.settle(token, { ok: true, result: JSON.parse(JSON.stringify(output)) }),
    fail: (token: string, error: string, cause?: string) =>
      executions.settle(token, {
        ok: false,
        failure: { error, catchable: true, ...(cause !== undefined && { cause }) },
      }),
    heartbeat: (token: string) => executions.heartbeat(token),
    stop: (arn: string) => executions.stop(arn),
    /** Goes on from where it failed; `$$.Execution.RedriveCount` is one more. */
    redrive: (arn: string) => executions.redrive(arn),
    history: (arn: string): HistoryEvent[] => store.history(arn, { limit: Number.MAX_SAFE_INTEGER }),
    halt: () => executions.halt(),
  };
};
