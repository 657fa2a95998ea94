import type { Json } from './asl-states.ts';
import type { Execution, ExecutionStore, HistoryEvent, Memo } from './execution-store.ts';

/** An event of the history before it has its number. */
export type NewEvent = { type: string } & Readonly<Record<string, unknown>>;

/**
 * The durable memory of one execution. Every step is written with the history events it causes, in one transaction,
 * before the execution goes on; run again, the execution finds what it has done by the place of the step.
 */
export class Journal {
  readonly #store: ExecutionStore;
  readonly #now: () => Date;
  readonly #arn: string;
  readonly #memos: Map<string, Memo>;
  #lastId: number;

  constructor(store: ExecutionStore, now: () => Date, arn: string) {
    this.#store = store;
    this.#now = now;
    this.#arn = arn;
    this.#memos = store.memos(arn);
    this.#lastId = store.lastEventId(arn);
  }

  get lastId(): number {
    return this.#lastId;
  }

  get places(): readonly string[] {
    return [...this.#memos.keys()];
  }

  recall(place: string): Memo | undefined {
    return this.#memos.get(place);
  }

  /** Notes a step; its events follow the one numbered `previous`. */
  write(place: string, value: Json, events: readonly NewEvent[], previous: number): Memo {
    const numbered = this.numbered(events, previous);
    const memo = { value, last: numbered.at(-1)?.id ?? previous };
    this.#store.atomically(() => {
      this.#store.remember(this.#arn, place, memo);
      this.#store.happened(this.#arn, numbered);
    });
    this.#memos.set(place, memo);
    this.#lastId += events.length;
    return memo;
  }

  /** Puts the execution itself and its events down; for use inside a transaction. */
  close(execution: Execution, events: readonly NewEvent[], previous: number): number {
    const numbered = this.numbered(events, previous);
    this.#store.change(execution);
    this.#store.happened(this.#arn, numbered);
    this.#lastId += events.length;
    return this.#lastId;
  }

  /** Puts memos in the place of others; for use inside a transaction. */
  replace(forgotten: readonly string[], remembered: ReadonlyMap<string, Memo>): void {
    this.#store.forget(this.#arn, forgotten);
    for (const place of forgotten) this.#memos.delete(place);
    for (const [place, memo] of remembered) {
      this.#store.remember(this.#arn, place, memo);
      this.#memos.set(place, memo);
    }
  }

  private numbered(events: readonly NewEvent[], previous: number): HistoryEvent[] {
    const timestamp = this.#now().getTime() / 1_000;
    return events.map((event, index) => ({
      ...event,
      id: this.#lastId + index + 1,
      previousEventId: index === 0 ? previous : this.#lastId + index,
      timestamp,
    }));
  }
}
