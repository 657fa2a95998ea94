import type { InvokeResult } from '../ports.ts';
import type { Json } from './asl-states.ts';
import type { Context } from './evaluate.ts';
import type { Execution } from './execution-store.ts';
import type { Journal, NewEvent } from './journal.ts';
import type { OpenTasks } from './open-tasks.ts';
import type { Timers } from './timers.ts';

/** What a task asks for: a function, by name or ARN, with the rights of the state machine's role. */
export interface TaskCall {
  functionName: string;
  payload: Json;
  roleArn: string;
  traceHeader: string;
}

/** What an execution stands on. */
export interface Ground {
  execution: Execution;
  journal: Journal;
  timers: Timers;
  /** 0 to below 1, for jitter. */
  random: () => number;
  invoke: (call: TaskCall) => Promise<InvokeResult>;
  tasks: OpenTasks;
}

/** Thrown inside what is no longer to go on: the execution has ended, or a branch beside it has failed. */
export class Cancelled extends Error {
  readonly reason = 'cancelled';
}

/** One line of states that follow each other: an execution, a branch, or the work on one item. */
export class Fiber {
  readonly ground: Ground;
  readonly path: string;
  readonly signal: AbortSignal;
  readonly #item: Context | undefined;
  /** The number of the last event of this line. */
  last: number;

  constructor(ground: Ground, path: string, signal: AbortSignal, last: number, item?: Context) {
    this.ground = ground;
    this.path = path;
    this.signal = signal;
    this.last = last;
    this.#item = item;
  }

  child(path: string, signal: AbortSignal, item?: Context): Fiber {
    return new Fiber(this.ground, path, signal, this.last, item ?? this.#item);
  }

  /** What was noted at a place; this line then stands behind it. */
  recall(place: string): Json | undefined {
    const memo = this.ground.journal.recall(place);
    if (memo) this.last = memo.last;
    return memo?.value;
  }

  /** What was noted at a place, or what `make` says, noted now. */
  once(place: string, make: () => { value: Json; events: readonly NewEvent[] }): Json {
    const known = this.recall(place);
    if (known !== undefined) return known;
    const { value, events } = make();
    return this.note(place, value, events);
  }

  note(place: string, value: Json, events: readonly NewEvent[]): Json {
    if (this.signal.aborted) throw new Cancelled();
    this.last = this.ground.journal.write(place, value, events, this.last).last;
    return value;
  }

  /** Waits until an instant of business time. */
  until(instant: number): Promise<void> {
    const { timers } = this.ground;
    if (instant <= timers.now().getTime()) return Promise.resolve();
    return this.held((resolve) => timers.at(instant, resolve));
  }

  /** A promise that ends with `Cancelled` when this line is not to go on; `begin` answers how to clean up. */
  held<T>(begin: (resolve: (value: T) => void, reject: (error: unknown) => void) => () => void): Promise<T> {
    const { signal } = this;
    if (signal.aborted) return Promise.reject(new Cancelled());
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const cancel = () => reject(new Cancelled());
    signal.addEventListener('abort', cancel);
    const cleanUp = begin(resolve, reject);
    const end = () => {
      signal.removeEventListener('abort', cancel);
      cleanUp();
    };
    promise.then(end, end);
    return promise;
  }

  /** The context object as a state of this line sees it. */
  context(name: string, enteredAt: Json, attempt: number, token?: string): Context {
    const { execution } = this.ground;
    return {
      Execution: {
        Id: execution.arn,
        Input: JSON.parse(execution.input),
        Name: execution.name,
        RoleArn: execution.roleArn,
        StartTime: new Date(execution.startDate).toISOString(),
        RedriveCount: execution.redriveCount,
        ...(execution.redriveDate !== null && { RedriveTime: new Date(execution.redriveDate).toISOString() }),
      },
      State: { EnteredTime: enteredAt, Name: name, RetryCount: attempt },
      StateMachine: { Id: execution.machineArn, Name: execution.machineName },
      ...(token !== undefined && { Task: { Token: token } }),
      ...(this.#item && { Map: { Item: this.#item } }),
    };
  }
}
