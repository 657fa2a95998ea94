import { randomUUID } from 'node:crypto';
import type { EventBuses } from '../aws/eventbridge-buses.ts';
import type { TargetKind } from '../aws/eventbridge-targets.ts';
import { functionNameOf } from '../event-sources/dynamodb-stream-mapping.ts';
import { newTraceHeader } from '../functions/function-runtime.ts';
import type { Activity, Clock, FunctionInvoker, InvokeResult, Log, Running } from '../ports.ts';
import type { State } from '../state.ts';
import { type Execution, type ExecutionStore, openExecutionStore } from './execution-store.ts';
import { Executions } from './executions.ts';
import type { TaskCall } from './fiber.ts';
import type { Machine } from './machine.ts';
import { statusChange } from './status-change.ts';
import { clockTimers } from './timers.ts';

interface StateMachinesOptions {
  machines: readonly Machine[];
  state: State;
  clock: Clock;
  buses: EventBuses;
  activity: Activity;
  /** Runs the functions of tasks; asked late, because functions start after this. */
  invoker: () => FunctionInvoker;
  /** Why a state machine's role may not invoke a function; undefined when it may. */
  refusal: (roleArn: string, functionName: string) => string | undefined;
  /** Hears of every change of status. */
  onStatus?: (execution: Execution) => void;
  log: Log;
}

/** The state machines of the system, and what runs on them. */
export interface StateMachines {
  store: ExecutionStore;
  /** When this process opened them. */
  since: Date;
  list(): readonly Machine[];
  byArn(arn: string): Machine | undefined;
  /** Undefined until `begin`: nothing can be started or answered before it is known what runs. */
  executions(): Executions | undefined;
  /** Goes on with what was running when the last process ended; functions must run by then. */
  begin(): Running;
  /** New definitions: for executions that start from now on. */
  replace(machines: readonly Machine[]): void;
}

const refused = (errorMessage: string): InvokeResult => ({
  ok: false,
  errorType: 'AWSLambdaException',
  errorMessage,
});

const invokeFor =
  ({ invoker, refusal }: StateMachinesOptions) =>
  async ({ functionName, payload, roleArn, traceHeader }: TaskCall): Promise<InvokeResult> => {
    const why = refusal(roleArn, functionName);
    if (why !== undefined) return refused(why);
    return invoker().invoke(functionNameOf(functionName), payload, { traceHeader });
  };

const begun = (options: StateMachinesOptions, store: ExecutionStore) => {
  const { clock, buses, activity, onStatus, log } = options;
  const timers = clockTimers(clock);
  const executions = new Executions({
    store,
    timers,
    random: Math.random,
    invoke: invokeFor(options),
    announce(execution, write) {
      buses.put('default', [buses.stamp(statusChange(execution))], write);
      onStatus?.(execution);
    },
    onFault: (error) => log.error('an execution failed inside the local runtime', { error: String(error) }),
  });
  activity.source(() => (timers.due() > 0 ? [`state machines (${timers.due()} timers due)`] : []));
  executions.resume();
  const stop = async () => {
    executions.halt();
    await timers.stop();
  };
  return { executions, running: { stop } };
};

/** Opens the state machines of the template; nothing runs until `begin`. */
export const openStateMachines = (options: StateMachinesOptions): StateMachines => {
  const store = openExecutionStore(options.state);
  let machines = options.machines;
  let executions: Executions | undefined;
  return {
    store,
    since: options.clock.now(),
    list: () => machines,
    byArn: (arn) => machines.find((machine) => machine.arn === arn),
    executions: () => executions,
    begin() {
      const { executions: all, running } = begun(options, store);
      executions = all;
      return running;
    },
    replace(next) {
      machines = next;
    },
  };
};

/** State machines as targets of rules: each event starts an execution. */
export const stateMachineTargets = (machines: StateMachines): TargetKind => ({
  handles: (arn) => machines.byArn(arn) !== undefined,
  retries: () => 185,
  async deliver(arn, input) {
    const machine = machines.byArn(arn);
    const executions = machines.executions();
    if (!machine || !executions) return { errorType: 'RESOURCE_NOT_FOUND', errorMessage: `There is no ${arn}` };
    executions.start({ machine, name: randomUUID(), input, traceHeader: newTraceHeader() });
    return undefined;
  },
});
