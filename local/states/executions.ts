import type { InvokeResult } from '../ports.ts';
import { ExecutionRun } from './execution-run.ts';
import type { Execution, ExecutionStore } from './execution-store.ts';
import type { TaskCall } from './fiber.ts';
import { executionEvents } from './history-events.ts';
import { Journal } from './journal.ts';
import type { Machine } from './machine.ts';
import { executionOfToken, type OpenTask, type OpenTasks, type Outcome } from './open-tasks.ts';
import { whyNotRedrivable } from './redrivable.ts';
import type { Timers } from './timers.ts';

export interface ExecutionsNeeds {
  store: ExecutionStore;
  timers: Timers;
  /** 0 to below 1, for the jitter of retries. */
  random: () => number;
  /** Runs a task's function; never rejects. */
  invoke: (call: TaskCall) => Promise<InvokeResult>;
  /** Makes a change of status known, in one transaction with `write`; without it only `write` is done. */
  announce?: (execution: Execution, write: () => void) => void;
  /** Hears of what is a fault of the runtime, not of a state machine. */
  onFault?: (error: unknown) => void;
}

/** Why something cannot be done to an execution; told apart by `code`, which is AWS's name for it. */
export class ExecutionRefused extends Error {
  readonly reason = 'execution-refused';
  readonly code:
    | 'ExecutionAlreadyExists'
    | 'ExecutionDoesNotExist'
    | 'ExecutionNotRedrivable'
    | 'InvalidToken'
    | 'TaskTimedOut'
    | 'TaskDoesNotExist';

  constructor(code: ExecutionRefused['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export interface StartWish {
  machine: Machine;
  name: string;
  /** JSON. */
  input: string;
  traceHeader: string;
}

const arnOf = ({ arn }: Machine, name: string) => `${arn.replace(':stateMachine:', ':execution:')}:${name}`;

/** All executions of all state machines: those that run in this process, and what is known of the others. */
export class Executions {
  readonly #needs: ExecutionsNeeds;
  readonly #running = new Map<string, ExecutionRun>();
  readonly #tasks: OpenTasks = new Map();
  readonly #waiting = new Map<string, ((execution: Execution) => void)[]>();
  #halted = false;

  constructor(needs: ExecutionsNeeds) {
    this.#needs = needs;
  }

  /** Goes on with what an earlier process left running; tokens can be answered one turn later. */
  resume(): void {
    for (const execution of this.#needs.store.running()) this.#open(execution).begin();
  }

  /** A second start with the same name and input while it runs is the same execution. */
  start({ machine, name, input, traceHeader }: StartWish): Execution {
    const { store, timers } = this.#needs;
    const arn = arnOf(machine, name);
    const known = store.find(arn);
    if (known?.status === 'RUNNING' && known.input === input) return known;
    if (known) throw new ExecutionRefused('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    const execution: Execution = {
      arn,
      name,
      machineArn: machine.arn,
      machineName: machine.name,
      roleArn: machine.roleArn,
      definition: machine.definition,
      input,
      status: 'RUNNING',
      startDate: timers.now().getTime(),
      stopDate: null,
      output: null,
      error: null,
      cause: null,
      redriveCount: 0,
      redriveDate: null,
      traceHeader,
    };
    this.#announce(execution, () => {
      store.add(execution);
      const started = executionEvents.started(input, machine.roleArn);
      store.happened(arn, [{ ...started, id: 1, previousEventId: 0, timestamp: execution.startDate / 1_000 }]);
    });
    // What was accepted while the process ends is run by the next one.
    if (!this.#halted) this.#open(execution).begin();
    return execution;
  }

  find(arn: string): Execution {
    const execution = this.#running.get(arn)?.execution ?? this.#needs.store.find(arn);
    if (execution) return execution;
    throw new ExecutionRefused('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  }

  stop(arn: string, error?: string, cause?: string): Execution {
    this.find(arn);
    this.#running.get(arn)?.abort(error, cause);
    return this.find(arn);
  }

  redrive(arn: string): Execution {
    const execution = this.find(arn);
    const why = whyNotRedrivable(execution, this.#needs.timers.now());
    if (why !== undefined) throw new ExecutionRefused('ExecutionNotRedrivable', why);
    this.#open(execution).redrive();
    return this.find(arn);
  }

  /** Ends a task that waits for this token. */
  settle(token: string, outcome: Outcome): void {
    if (!this.#taskOf(token).settle(outcome)) throw taskTimedOut();
  }

  heartbeat(token: string): void {
    this.#taskOf(token).beat();
  }

  /** Resolves with the execution when it is not running any more. */
  ended(arn: string): Promise<Execution> {
    const execution = this.find(arn);
    if (execution.status !== 'RUNNING') return Promise.resolve(execution);
    const { promise, resolve } = Promise.withResolvers<Execution>();
    this.#waiting.set(arn, [...(this.#waiting.get(arn) ?? []), resolve]);
    return promise;
  }

  now(): Date {
    return this.#needs.timers.now();
  }

  /** Leaves everything as the journal has it; nothing is written any more. */
  halt(): void {
    this.#halted = true;
    for (const run of this.#running.values()) run.halt();
    this.#running.clear();
  }

  #taskOf(token: string): OpenTask {
    const task = this.#tasks.get(token);
    if (task) return task;
    const arn = executionOfToken(token);
    if (arn === undefined) throw new ExecutionRefused('InvalidToken', "Invalid Token: 'Invalid token'");
    if (this.#needs.store.find(arn)) throw taskTimedOut();
    throw new ExecutionRefused('TaskDoesNotExist', "Task Does Not Exist: 'Provided task does not exist'");
  }

  #announce(execution: Execution, write: () => void): void {
    const { store, announce } = this.#needs;
    if (announce) announce(execution, write);
    else store.atomically(write);
  }

  #open(execution: Execution): ExecutionRun {
    const { store, timers, random, invoke, onFault = () => undefined } = this.#needs;
    const run = new ExecutionRun({
      execution,
      journal: new Journal(store, () => timers.now(), execution.arn),
      timers,
      random,
      tasks: this.#tasks,
      invoke,
      announce: (changed, write) => this.#announce(changed, write),
      onEnd: (ended) => this.#ended(ended),
      onFault,
    });
    this.#running.set(execution.arn, run);
    return run;
  }

  #ended(execution: Execution): void {
    this.#running.delete(execution.arn);
    for (const resolve of this.#waiting.get(execution.arn) ?? []) resolve(execution);
    this.#waiting.delete(execution.arn);
  }
}

const taskTimedOut = () =>
  new ExecutionRefused('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
