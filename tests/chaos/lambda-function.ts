import type { Faults } from './faults.ts';
import type { Simulation } from './simulation.ts';

/** A running copy of a function, with memory of its own. */
export interface Instance {
  readonly name: string;
  readonly isAlive: boolean;
  /** The copy dies: what it was about to do is never done. */
  crash(): void;
  /** Whether a fault may make what it works on fail once more; counted when it may. */
  mayFail(): boolean;
}

/** How an invocation ends, as the invoker hears it. */
export type Invoked = { ok: true; payload: unknown } | { ok: false; why: string };
type Handler = (payload: unknown) => Promise<unknown>;

export interface LambdaFunction {
  readonly name: string;
  /** `records` names what is in the payload: each may fail only so often (`patience`). */
  invoke(payload: unknown, records?: readonly string[]): Promise<Invoked>;
}

interface Blueprint {
  name: string;
  timeoutMs?: number;
  /** How often faults may make one record fail in this function; a fault more would set it aside, and rightly so. */
  patience?: number;
  /** Wires a new copy. */
  boot(me: Instance): Handler;
}

const TIMEOUT_MS = 20_000;

/** A function as Lambda runs it: a copy takes one invocation at a time, a busy function gets another copy. */
export const lambdaFunctions =
  (sim: Simulation, faults: Faults) =>
  ({ name, timeoutMs = TIMEOUT_MS, patience = Number.POSITIVE_INFINITY, boot }: Blueprint): LambdaFunction => {
    const idle: Copy[] = [];
    const failures = new Map<string, number>();
    let started = 0;
    const start = (): Copy => {
      const copy = new Copy(`${name}#${++started}`, (records) => {
        if (records.some((record) => (failures.get(record) ?? 0) >= patience)) return false;
        for (const record of records) failures.set(record, (failures.get(record) ?? 0) + 1);
        return true;
      });
      copy.handler = boot(copy);
      return copy;
    };
    const wake = (): Copy => {
      if (idle.length > 0 && faults.strikes('restart')) {
        idle.length = 0;
        sim.trace.note(sim.now(), name, 'is idle', 'restart');
      }
      // What an earlier invocation left undone may have killed a copy since.
      let copy = idle.pop();
      while (copy && !copy.isAlive) copy = idle.pop();
      return copy ?? start();
    };
    return {
      name,
      invoke: (payload, records = []) =>
        new Promise((resolve) => {
          const copy = wake();
          const over = sim.after(timeoutMs, () => {
            sim.trace.note(sim.now(), copy.name, 'times out');
            copy.crash();
          });
          const end = (result: Invoked) => {
            over.cancel();
            if (copy.isAlive) idle.push(copy);
            resolve(result);
          };
          copy.begin(records, () => end({ ok: false, why: 'the function died' }));
          sim.after(sim.random.between(0, 3), () => void copy.work(payload, end));
        }),
    };
  };

class Copy implements Instance {
  readonly name: string;
  readonly #mayFail: (records: readonly string[]) => boolean;
  handler: Handler | undefined;
  isAlive = true;
  #records: readonly string[] = [];
  #died = () => {};

  constructor(name: string, mayFail: (records: readonly string[]) => boolean) {
    this.name = name;
    this.#mayFail = mayFail;
  }

  begin(records: readonly string[], died: () => void): void {
    this.#records = records;
    this.#died = died;
  }

  async work(payload: unknown, end: (result: Invoked) => void): Promise<void> {
    if (!this.handler || !this.isAlive) return;
    try {
      const answer = await this.handler(payload);
      if (this.isAlive) end({ ok: true, payload: answer });
    } catch (error) {
      if (this.isAlive) end({ ok: false, why: String(error) });
    }
  }

  crash(): void {
    if (!this.isAlive) return;
    this.isAlive = false;
    this.#died();
  }

  mayFail(): boolean {
    return this.#mayFail(this.#records);
  }
}
