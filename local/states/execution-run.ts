import * as z from 'zod';
import type { Json } from './asl-states.ts';
import { readDefinition } from './definition.ts';
import type { Execution, Status } from './execution-store.ts';
import { Fiber, type Ground } from './fiber.ts';
import { executionEvents } from './history-events.ts';
import type { NewEvent } from './journal.ts';
import { rewind } from './redrive.ts';
import { runScope } from './run-scope.ts';
import { failureIn } from './state-failure.ts';

/** What changes of an execution when it ends or goes on. */
type Change = Partial<Execution> & { status: Status };

interface RunNeeds extends Omit<Ground, 'execution'> {
  execution: Execution;
  /** Makes a change of the execution known, in one transaction with `write`. */
  announce: (execution: Execution, write: () => void) => void;
  onEnd: (execution: Execution) => void;
  onFault: (error: unknown) => void;
}

/** One execution that is running: in this process, and again in the next one when this one ends before it. */
export class ExecutionRun {
  readonly #needs: RunNeeds;
  readonly #ground: Ground;
  readonly #end = new AbortController();
  #cancelLimit: () => void = () => undefined;

  constructor(needs: RunNeeds) {
    this.#needs = needs;
    this.#ground = needs;
  }

  get execution(): Execution {
    return this.#needs.execution;
  }

  /** Goes on from what the journal holds. */
  begin(): void {
    const { execution, timers, journal } = this.#needs;
    const definition = readDefinition(execution.definition, execution.machineName);
    const { timeoutSeconds } = definition;
    if (timeoutSeconds !== undefined) {
      const since = execution.redriveDate ?? execution.startDate;
      this.#cancelLimit = timers.at(since + timeoutSeconds * 1_000, () => this.#timeOut());
    }
    const fiber = new Fiber(this.#ground, '', this.#end.signal, journal.lastId);
    runScope(definition, fiber, z.json().parse(JSON.parse(execution.input)))
      .then(
        (output) => this.#succeed(output, fiber),
        (error: unknown) => this.#fail(error, fiber),
      )
      .catch(this.#needs.onFault);
  }

  abort(error?: string, cause?: string): void {
    const said = { error: error ?? null, cause: cause ?? null };
    this.#close({ status: 'ABORTED', ...said }, executionEvents.aborted(error, cause));
  }

  /** Leaves it as the journal has it, for the next process. */
  halt(): void {
    this.#cancelLimit();
    this.#end.abort();
  }

  /** Goes on with an execution that ended without success, from the states where it did. */
  redrive(): void {
    const { execution, journal, timers, announce } = this.#needs;
    const redriveCount = execution.redriveCount + 1;
    const redriven: Execution = {
      ...execution,
      status: 'RUNNING',
      redriveCount,
      redriveDate: timers.now().getTime(),
      stopDate: null,
      error: null,
      cause: null,
    };
    announce(redriven, () => {
      const last = journal.close(redriven, [executionEvents.redriven(redriveCount)], journal.lastId);
      const { forgotten, remembered } = rewind(journal, last);
      journal.replace(forgotten, remembered);
    });
    Object.assign(this.#needs, { execution: redriven });
    this.begin();
  }

  #succeed(output: Json, { last }: Fiber): void {
    const text = JSON.stringify(output);
    this.#close({ status: 'SUCCEEDED', output: text }, executionEvents.succeeded(text), last);
  }

  #fail(error: unknown, { last }: Fiber): void {
    if (this.#end.signal.aborted) return;
    const failure = failureIn(error);
    if (!failure) this.#needs.onFault(error);
    const told = failure ?? { error: 'States.Runtime', cause: String(error), catchable: false };
    const change: Change = { status: 'FAILED', error: told.error, cause: told.cause ?? null };
    this.#close(change, executionEvents.failed(told), last);
  }

  #timeOut(): void {
    this.#close({ status: 'TIMED_OUT' }, executionEvents.timedOut());
  }

  #close(change: Change, event: NewEvent, last = this.#needs.journal.lastId): void {
    if (this.#end.signal.aborted) return;
    const { execution, journal, timers, announce, onEnd } = this.#needs;
    const ended = { ...execution, ...change, stopDate: timers.now().getTime() };
    this.halt();
    announce(ended, () => void journal.close(ended, [event], last));
    Object.assign(this.#needs, { execution: ended });
    onEnd(ended);
  }
}
