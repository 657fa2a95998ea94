import { setTimeout as pause } from 'node:timers/promises';
import type { Admin, Consumer, Kafka } from 'kafkajs';
import { TargetProblem } from '../local-system.ts';

/** Topics that are read on and on; their events' ids go where the reading was told to put them. */
export interface TopicReading {
  topics: readonly string[];
  /** Resolves when everything that was on the topics when it was asked has been read. */
  untilEnd(): Promise<void>;
  close(): Promise<void>;
}

interface Wanted {
  kafka: Kafka;
  admin: Admin;
  groupId: string;
  topics: readonly string[];
  /** Records before this instant are passed over. */
  since: string | undefined;
}

/** The next offset to read of each `topic-partition`. */
type Offsets = Map<string, bigint>;

const LONGEST_READ_MS = 600_000;
const LOOK_EVERY_MS = 50;
/** A fetch that finds nothing more must not hold up the end of the reading. */
const FETCH_WAIT_MS = 200;

const placeOf = (topic: string, partition: number) => `${topic}-${partition}`;

const startsOf = async ({ admin, topics, since }: Wanted) => {
  const starts = topics.map(async (topic) => {
    const offsets =
      since === undefined
        ? (await admin.fetchTopicOffsets(topic)).map(({ partition, low }) => ({ partition, offset: low }))
        : await admin.fetchTopicOffsetsByTimestamp(topic, Date.parse(since));
    return offsets.map(({ partition, offset }) => ({ topic, partition, offset }));
  });
  return (await Promise.all(starts)).flat();
};

const run = async (consumer: Consumer, wanted: Wanted, ids: Set<string>): Promise<Offsets> => {
  await consumer.connect();
  await consumer.subscribe({ topics: [...wanted.topics], fromBeginning: true });
  const starts = await startsOf(wanted);
  const reached: Offsets = new Map(
    starts.map(({ topic, partition, offset }) => [placeOf(topic, partition), BigInt(offset)]),
  );
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const id = message.headers?.ce_id;
      if (id !== undefined) ids.add(String(id));
      reached.set(placeOf(topic, partition), BigInt(message.offset) + 1n);
    },
  });
  for (const start of starts) consumer.seek(start);
  return reached;
};

/** Starts to read topics in a group of its own, which leaves nothing behind. */
export const readTopics = async (wanted: Wanted, ids: Set<string>): Promise<TopicReading> => {
  const { kafka, admin, groupId, topics } = wanted;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: FETCH_WAIT_MS });
  const reached = await run(consumer, wanted, ids);
  const isAtEnd = async (topic: string): Promise<boolean> =>
    (await admin.fetchTopicOffsets(topic)).every(
      ({ partition, high }) => (reached.get(placeOf(topic, partition)) ?? 0n) >= BigInt(high),
    );
  return {
    topics,
    async untilEnd() {
      const deadline = Date.now() + LONGEST_READ_MS;
      for (const topic of topics)
        while (!(await isAtEnd(topic))) {
          if (Date.now() > deadline) throw new TargetProblem(`${topic} could not be read to its end`);
          await pause(LOOK_EVERY_MS);
        }
    },
    async close() {
      await consumer.disconnect();
      // A group that has committed nothing may be gone already.
      await admin.deleteGroups([groupId]).catch(() => undefined);
    },
  };
};
