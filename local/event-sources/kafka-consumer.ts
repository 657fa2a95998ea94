import type { Consumer } from 'kafkajs';
import type { Log } from '../ports.ts';
import { kafkaClient } from './kafka-client.ts';
import type { PartitionOffset } from './kafka-commits.ts';
import type { KafkaMapping } from './kafka-mapping.ts';
import { type KafkaRecord, recordOf } from './kafka-record.ts';
import { startingOffsets } from './kafka-starting-offsets.ts';
import { askPatiently } from './kafkajs-faults.ts';
import { backOffMs } from './patience.ts';

/** How long a fetch waits for records: an idle mapping asks this often, a record ends the wait at once. */
const FETCH_WAIT_MS = 2_000;
/** So that there is one between any two fetches, and a lost membership is noticed soon. */
const HEARTBEAT_MS = 1_500;
/** Members that were killed hold their partitions this long on a cluster that outlives them. */
const SESSION_MS = 10_000;
/** More than any topic has partitions: all of one answer are handed over together, so that they can share a payload. */
const ALL_PARTITIONS = 1_000;

export interface ConsumerNeeds {
  brokers: readonly string[];
  mapping: KafkaMapping;
  log: Log;
  /** `starts` are those of the partitions that begin at another place than the last commit or the first record. */
  assigned: (partitions: readonly number[], starts: readonly PartitionOffset[]) => void;
  received: (partition: number, records: readonly KafkaRecord[]) => void;
}

/** The mapping's member of its consumer group. */
export interface MappingConsumer {
  /** Rejects when the group has not taken it. One at a time. */
  commit(offsets: readonly PartitionOffset[]): Promise<void>;
  pause(partition: number): void;
  resume(partition: number): void;
  /** Leaves the group; whatever is not committed goes to the next member. */
  stop(): Promise<void>;
}

/** Resolves when the group has given this consumer its partitions; rejects when the cluster cannot be reached. */
export const startConsumer = async (needs: ConsumerNeeds): Promise<MappingConsumer> => {
  const { mapping, log } = needs;
  const { topic, groupId } = mapping;
  let stopping = false;
  const client = kafkaClient(needs.brokers, log, () => stopping);
  const consumer = client.kafka.consumer({
    groupId,
    maxWaitTimeInMs: FETCH_WAIT_MS,
    heartbeatInterval: HEARTBEAT_MS,
    sessionTimeout: SESSION_MS,
  });
  // First of all, because it creates the topic where the cluster allows that.
  await subscribe(consumer, topic);
  const starts = await startingOffsets(client.kafka, mapping);
  const joined = Promise.withResolvers<void>();
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    const partitions = payload.memberAssignment[topic] ?? [];
    // The first time only: from then on there are commits.
    const ours = starts.splice(0).filter(({ partition }) => partitions.includes(partition));
    for (const { partition, offset } of ours) consumer.seek({ topic, partition, offset: String(offset) });
    needs.assigned(partitions, ours);
    joined.resolve();
  });
  reviveAfterCrash(consumer, needs, () => stopping);
  await run(consumer, needs);
  await joined.promise;

  return {
    commit: committing(consumer, topic),
    pause: (partition) => consumer.pause([{ topic, partitions: [partition] }]),
    resume: (partition) => consumer.resume([{ topic, partitions: [partition] }]),
    async stop() {
      stopping = true;
      const left = consumer.disconnect();
      client.cut();
      await left;
    },
  };
};

const subscribe = async (consumer: Consumer, topic: string): Promise<void> => {
  await consumer.connect();
  await askPatiently(() => consumer.subscribe({ topic, fromBeginning: true }));
};

const run = (consumer: Consumer, { received }: ConsumerNeeds): Promise<void> =>
  consumer.run({
    autoCommit: false,
    partitionsConsumedConcurrently: ALL_PARTITIONS,
    eachBatch: async ({ batch }) => {
      received(
        batch.partition,
        batch.messages.map((message) => recordOf(batch.partition, message)),
      );
    },
  });

/** While it joins, kafkajs drops commits without a word; only its event tells that one was sent. */
const committing = (consumer: Consumer, topic: string): MappingConsumer['commit'] => {
  let sent = 0;
  consumer.on(consumer.events.COMMIT_OFFSETS, () => {
    sent++;
  });
  return async (offsets) => {
    const before = sent;
    await consumer.commitOffsets(
      offsets.map(({ partition, offset }) => ({ topic, partition, offset: String(offset) })),
    );
    if (sent === before) throw new Error('the consumer is not in its group now');
  };
};

/** kafkajs restarts by itself after most errors; after the others the mapping would be silent for ever. */
const reviveAfterCrash = (consumer: Consumer, needs: ConsumerNeeds, isStopping: () => boolean): void => {
  let crashes = 0;
  const again = async () => {
    await subscribe(consumer, needs.mapping.topic);
    await run(consumer, needs);
  };
  const revive = () => {
    if (isStopping()) return;
    crashes++;
    again().catch((error: unknown) => {
      needs.log.warn('a Kafka mapping could not start again', { group: needs.mapping.groupId, why: String(error) });
      setTimeout(revive, backOffMs(crashes)).unref();
    });
  };
  consumer.on(consumer.events.GROUP_JOIN, () => {
    crashes = 0;
  });
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    needs.log.warn('a Kafka mapping lost its cluster', { group: needs.mapping.groupId, why: error.message });
    if (!restart) setTimeout(revive, backOffMs(crashes + 1)).unref();
  });
};
