import { randomUUID } from 'node:crypto';
import type { InstanceFate } from '../faults/faulty-invocation.ts';
import type { InvokeResult } from '../ports.ts';
import type { ExecutionEnvironment } from './execution-environment.ts';
import type { FunctionDefinition } from './function-definition.ts';

/** More copies of one function than this only steal the machine's few cores from each other. */
const MOST_ENVIRONMENTS = 3;
/** A wait shorter than a cold start is not shortened by one: another copy is started only for those who wait this long. */
const GROW_AFTER_MS = 150;
const SPARE_IDLE_MS = 60_000;
const LAST_IDLE_MS = 600_000;

interface Waiting {
  event: string;
  traceHeader: string;
  fate: InstanceFate | undefined;
  settle(result: InvokeResult): void;
}

const throttled: InvokeResult = { ok: false, errorType: 'TooManyRequestsException', errorMessage: 'Rate Exceeded.' };
const stopped: InvokeResult = { ok: false, errorType: 'Runtime.Stopped', errorMessage: 'The runtime is stopping' };

/** The environments of one function and the invocations that wait for one. */
export class FunctionPool {
  readonly definition: FunctionDefinition;
  readonly #start: () => ExecutionEnvironment;
  readonly #most: number;
  readonly #all = new Set<ExecutionEnvironment>();
  /** The one used last is at the end, and is taken first. */
  readonly #idle: { environment: ExecutionEnvironment; since: number }[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #emptied = Promise.withResolvers<void>();
  #starting = 0;
  #running = 0;
  #draining = false;
  #growing = false;

  /** Opens an empty pool; `start` makes one more environment of the function. */
  constructor(definition: FunctionDefinition, start: () => ExecutionEnvironment) {
    this.definition = definition;
    this.#start = start;
    this.#most = Math.min(definition.reserved ?? MOST_ENVIRONMENTS, MOST_ENVIRONMENTS);
  }

  /** Environments that have loaded their code. */
  get warm(): number {
    return this.#all.size - this.#starting;
  }

  get running(): number {
    return this.#running;
  }

  /** Runs the handler in the first environment that is free; `event` is JSON text, `fate` befalls that environment. Never rejects. */
  async invoke(event: string, traceHeader: string, fate?: InstanceFate): Promise<InvokeResult> {
    if (this.#most === 0) return throttled;
    const { promise, resolve: settle } = Promise.withResolvers<InvokeResult>();
    this.#waiting.push({ event, traceHeader, fate, settle });
    const environment = this.#takeIdle();
    if (environment) void this.#serve(environment);
    else if (this.#all.size === 0) this.#grow();
    else this.#growLater();
    return promise;
  }

  /** Ends environments that have been idle for long; `now` is process time in milliseconds. */
  sweep(now: number): void {
    const isSpare = () => now - (this.#idle[0]?.since ?? now) > (this.#all.size > 1 ? SPARE_IDLE_MS : LAST_IDLE_MS);
    while (isSpare()) {
      const spare = this.#idle.shift()?.environment;
      if (!spare) return;
      this.#all.delete(spare);
      void spare.end();
    }
  }

  /** Runs what was accepted, then ends every environment; the pool must not be used afterwards. */
  drain(): Promise<void> {
    this.#draining = true;
    this.#endIfDrained();
    return this.#emptied.promise;
  }

  /** Ends every environment at once; running and waiting invocations fail. */
  async end(): Promise<void> {
    for (const { settle } of this.#waiting.splice(0)) settle(stopped);
    await Promise.all([...this.#all].map((environment) => environment.end()));
  }

  async #serve(environment: ExecutionEnvironment): Promise<void> {
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      const { event, traceHeader, fate, settle } = next;
      this.#running += 1;
      const result = await environment.invoke({ requestId: randomUUID(), event, traceHeader }, fate);
      this.#running -= 1;
      settle(result);
      if (environment.ended) return this.#forget(environment);
    }
    this.#idle.push({ environment, since: Date.now() });
    this.#endIfDrained();
  }

  #growLater(): void {
    if (this.#growing || this.#all.size >= this.#most) return;
    this.#growing = true;
    setTimeout(() => {
      this.#growing = false;
      if (this.#waiting.length > 0) this.#grow();
    }, GROW_AFTER_MS).unref();
  }

  #grow(): void {
    while (this.#starting < this.#waiting.length && this.#all.size < this.#most) void this.#launch();
  }

  async #launch(): Promise<void> {
    this.#starting += 1;
    const environment = this.#start();
    this.#all.add(environment);
    const fault = await environment.ready;
    this.#starting -= 1;
    if (!fault) return this.#serve(environment);
    this.#waiting.shift()?.settle({ ok: false, ...fault });
    this.#forget(environment);
  }

  #forget(environment: ExecutionEnvironment): void {
    this.#all.delete(environment);
    this.#grow();
    this.#endIfDrained();
  }

  #takeIdle(): ExecutionEnvironment | undefined {
    for (let spare = this.#idle.pop(); spare; spare = this.#idle.pop()) {
      if (!spare.environment.ended) return spare.environment;
      this.#all.delete(spare.environment);
    }
    return undefined;
  }

  #endIfDrained(): void {
    if (!this.#draining || this.#waiting.length + this.#running + this.#starting > 0) return;
    void this.end().then(this.#emptied.resolve);
  }
}
