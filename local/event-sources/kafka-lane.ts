import { type KafkaRecord, payloadBytes } from './kafka-record.ts';

/** What one partition may hold in memory before it is paused. */
const MAX_RECORDS = 5_000;
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * One partition on its way through a mapping: records that wait, in order, and how far the work has come. At most one
 * batch holds records of a lane at a time; that is what keeps the order.
 */
export class KafkaLane {
  readonly partition: number;
  /** Set while a batch works on records of this lane. */
  busy = false;
  paused = false;
  /** When the oldest waiting record came in, in ms of process time. */
  since = 0;
  #waiting: KafkaRecord[] = [];
  #bytes = 0;
  /** What the broker knows to be done; 0 until the first commit. */
  committed = 0;
  #settled = 0;
  /** Records that a fault has taken aside and that are not done yet. */
  readonly #aside = new Set<number>();
  /** The offset that follows everything taken in. */
  #expected = 0;

  constructor(partition: number) {
    this.partition = partition;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The offset up to which all is settled, nothing aside; 0 until one is settled. */
  get settled(): number {
    return Math.min(this.#settled, ...this.#aside);
  }

  /** Everything before `offset` needs no more work. */
  settle(offset: number): void {
    this.#settled = offset;
  }

  /** Keeps `settled` from passing a record until it is let go. */
  takeAside(offset: number): void {
    this.#aside.add(offset);
  }

  letGo(offset: number): void {
    this.#aside.delete(offset);
  }

  isFull = (): boolean => this.waiting >= MAX_RECORDS || this.#bytes >= MAX_BYTES;
  hasRoom = (): boolean => this.waiting < MAX_RECORDS / 2 && this.#bytes < MAX_BYTES / 2;

  /** Whether the group was set back, or its topic made anew: then this lane's memory is wrong. */
  isRewoundBy = (records: readonly KafkaRecord[]): boolean => (records[0]?.offset ?? this.committed) < this.committed;

  /** Takes in fetched records. After a rebalance some come again, from the last commit on; those are skipped. */
  accept(records: readonly KafkaRecord[], now: number): void {
    const fresh = records.filter(({ offset }) => offset >= this.#expected);
    if (fresh.length === 0) return;
    if (this.waiting === 0) this.since = now;
    for (const record of fresh) {
      this.#bytes += payloadBytes(record);
      this.#waiting.push(record);
    }
    this.#expected = (fresh.at(-1)?.offset ?? 0) + 1;
  }

  /** Removes and answers the next records, at most that many and that many bytes; the first one however large it is, if asked. */
  take(maxRecords: number, maxBytes: number, now: number, anyFirst: boolean): KafkaRecord[] {
    let bytes = 0;
    let count = 0;
    for (const record of this.#waiting) {
      const size = payloadBytes(record);
      const fits = bytes + size <= maxBytes || (anyFirst && count === 0);
      if (count >= maxRecords || !fits) break;
      bytes += size;
      count++;
    }
    this.#bytes -= bytes;
    if (count > 0) this.since = now;
    return this.#waiting.splice(0, count);
  }
}
