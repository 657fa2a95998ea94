import { setTimeout as pause } from 'node:timers/promises';
import type { Faults } from '../faults/faults.ts';
import { shaken } from '../faults/shaken-delivery.ts';
import type { Running } from '../ports.ts';
import { type BatchNeeds, processBatch } from './kafka-batch.ts';
import { kafkaCommits, type PartitionOffset } from './kafka-commits.ts';
import { type MappingConsumer, startConsumer } from './kafka-consumer.ts';
import type { KafkaLane } from './kafka-lane.ts';
import { kafkaLanes, settleInLanes, type Taken } from './kafka-lanes.ts';
import type { KafkaMapping } from './kafka-mapping.ts';
import type { KafkaRecord } from './kafka-record.ts';
import { patience } from './patience.ts';

export type PollerNeeds = Pick<BatchNeeds, 'invoker' | 'deadLetter' | 'produce' | 'log'> & {
  brokers: readonly string[];
  /** What goes wrong on purpose with deliveries. */
  faults: Faults;
};

/** How long a stop waits for a cluster that may be gone; what it does not hear is delivered again. */
const LEAVE_MS = 1_500;

const atMost = (ms: number, work: Promise<void>): Promise<unknown> =>
  Promise.race([Promise.allSettled([work]), pause(ms, undefined, { ref: false })]);

/** Runs one mapping: records in, batches to the function, commits out. Resolves when it has its partitions. */
export const startPoller = async (mapping: KafkaMapping, needs: PollerNeeds): Promise<Running> => {
  const poller = new KafkaPoller(mapping, needs);
  await poller.start();
  return poller;
};

class KafkaPoller implements Running {
  readonly #mapping: KafkaMapping;
  readonly #needs: PollerNeeds;
  readonly #lanes;
  readonly #stopped = new AbortController();
  readonly #patience;
  readonly #commits;
  readonly #running = new Set<Promise<void>>();
  #consumer: MappingConsumer | undefined;
  #window: NodeJS.Timeout | undefined;
  #looking = false;

  constructor(mapping: KafkaMapping, needs: PollerNeeds) {
    this.#mapping = mapping;
    this.#needs = needs;
    this.#lanes = kafkaLanes(mapping);
    this.#patience = patience(this.#stopped.signal, needs.log);
    this.#commits = kafkaCommits({
      send: (offsets) => this.#commit(offsets),
      outstanding: () =>
        this.#lanes
          .all()
          .filter(({ settled, committed }) => settled > committed)
          .map(({ partition, settled }) => ({ partition, offset: settled })),
      patience: this.#patience,
    });
  }

  async start(): Promise<void> {
    const { brokers, log } = this.#needs;
    const received = (partition: number, records: readonly KafkaRecord[]) => this.#receive(partition, records);
    const assigned = (partitions: readonly number[], starts: readonly PartitionOffset[]) =>
      this.#assign(partitions, starts);
    this.#consumer = await startConsumer({ brokers, mapping: this.#mapping, log, assigned, received });
    // A mapping that begins at the end begins there for good: whatever comes in from now on is not missed.
    await this.#commits.flush();
    this.#look();
  }

  /** Calls that run are waited for and committed; batches between two tries are left to the next start. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    clearTimeout(this.#window);
    await Promise.allSettled(this.#running);
    await atMost(LEAVE_MS, this.#commits.flush());
    if (this.#consumer) await atMost(LEAVE_MS, this.#consumer.stop());
  }

  /** A lane that goes while it is paused would come back paused, and nobody would know. */
  #assign(partitions: readonly number[], starts: readonly PartitionOffset[]): void {
    for (const lane of this.#lanes.all()) this.#resume(lane);
    this.#lanes.assign(partitions);
    for (const { partition, offset } of starts) this.#lanes.of(partition)?.settle(offset);
  }

  #resume(lane: KafkaLane): void {
    if (!lane.paused) return;
    lane.paused = false;
    this.#consumer?.resume(lane.partition);
  }

  #receive(partition: number, records: readonly KafkaRecord[]): void {
    const known = this.#lanes.of(partition);
    if (!known || records.length === 0) return;
    const lane = known.isRewoundBy(records) ? this.#lanes.restart(known) : known;
    lane.accept(records, performance.now());
    if (lane.isFull() && !lane.paused && this.#consumer) {
      lane.paused = true;
      this.#consumer.pause(partition);
    }
    this.#lookSoon();
  }

  /** After this turn of the event loop: the other partitions of the same answer come in the same turn. */
  #lookSoon(): void {
    if (this.#looking) return;
    this.#looking = true;
    setImmediate(() => {
      this.#looking = false;
      this.#look();
    });
  }

  #look(): void {
    clearTimeout(this.#window);
    if (this.#stopped.signal.aborted || !this.#consumer) return;
    let due = this.#lanes.dueIn(performance.now());
    for (; due === 0; due = this.#lanes.dueIn(performance.now())) this.#dispatch();
    if (due !== undefined) this.#window = setTimeout(() => this.#look(), Math.ceil(due));
  }

  #dispatch(): void {
    const taken = this.#lanes.take(performance.now());
    for (const lane of taken.lanes.values().filter(({ hasRoom }) => hasRoom())) this.#resume(lane);
    this.#run(this.#process(taken));
  }

  #run(work: Promise<void>): void {
    const running = work
      .catch((error: unknown) => {
        if (this.#stopped.signal.aborted) return;
        // The records stay uncommitted; only a fault of ours leads here.
        this.#needs.log.error('a Kafka mapping stands still', { group: this.#mapping.groupId, why: String(error) });
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async #process(taken: Taken): Promise<void> {
    const { topic } = this.#mapping;
    const { now, waitMs, aside, asideMs } = shaken(this.#needs.faults, 'kafka', topic, taken.records);
    if (aside.length > 0) this.#run(this.#processAside(taken, aside, asideMs));
    if (waitMs > 0) await this.#needs.faults.hold(`records of ${topic} come late`, waitMs);
    this.#stopped.signal.throwIfAborted();
    const settle = (done: readonly KafkaRecord[]) => {
      settleInLanes(taken, done);
      this.#flush();
      this.#lookSoon();
    };
    const among = new Set(now);
    const inOrder = taken.records.filter((record) => among.has(record));
    const present = (records: readonly KafkaRecord[]) => {
      const left = new Set(records);
      return now.filter((record) => left.has(record));
    };
    await processBatch({ ...this.#batchNeeds(taken), present, settle }, inOrder);
    // Those aside keep the commit back, not the lane.
    if (inOrder.length < taken.records.length) settle(taken.records);
  }

  /** What a fault has taken aside, once more or for the first time, while the lanes go on. */
  async #processAside(taken: Taken, aside: readonly KafkaRecord[], ms: number): Promise<void> {
    for (const { partition, offset } of aside) taken.lanes.get(partition)?.takeAside(offset);
    await this.#needs.faults.hold(`records of ${this.#mapping.topic} are held back`, ms);
    this.#stopped.signal.throwIfAborted();
    await processBatch({ ...this.#batchNeeds(taken), settle: () => undefined }, aside);
    for (const { partition, offset } of aside) taken.lanes.get(partition)?.letGo(offset);
    this.#flush();
  }

  #batchNeeds(taken: Taken): Omit<BatchNeeds, 'settle'> {
    const { brokers, faults: _, ...ports } = this.#needs;
    const context = { mapping: this.#mapping, bootstrapServers: brokers.join(','), patience: this.#patience };
    const isOurs = ({ partition }: KafkaRecord) => {
      const lane = taken.lanes.get(partition);
      return lane !== undefined && this.#lanes.of(partition) === lane;
    };
    return { ...ports, ...context, isOurs };
  }

  #flush(): void {
    this.#commits.flush().catch((error: unknown) => {
      if (!this.#stopped.signal.aborted) this.#needs.log.error('a commit to Kafka failed', { why: String(error) });
    });
  }

  async #commit(offsets: readonly PartitionOffset[]): Promise<void> {
    const lanes = offsets.map(({ partition }) => this.#lanes.of(partition));
    if (!this.#consumer) throw new Error('the consumer has not started');
    await this.#consumer.commit(offsets);
    offsets.forEach(({ offset }, index) => {
      const lane = lanes[index];
      if (lane) lane.committed = Math.max(lane.committed, offset);
    });
  }
}
