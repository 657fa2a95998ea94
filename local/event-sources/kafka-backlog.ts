import type { Kafka } from 'kafkajs';
import type { KafkaMapping } from './kafka-mapping.ts';

/** Records produced to the topic and not yet committed by the group. */
export type Lag = (group: string, topic: string) => number | Promise<number>;

/** One line for each mapping that is behind. A record counts from its produce to the commit after its work. */
export const kafkaBacklog = async (mappings: readonly KafkaMapping[], lag: Lag): Promise<string[]> => {
  const lines = await Promise.all(mappings.map((mapping) => lineOf(mapping, lag)));
  return lines.filter((line) => line !== undefined);
};

const lineOf = async ({ functionName, groupId, topic }: KafkaMapping, lag: Lag): Promise<string | undefined> => {
  try {
    const records = await lag(groupId, topic);
    return records > 0 ? `${functionName}: ${records} records of ${topic}` : undefined;
  } catch (error) {
    // Not knowing is not the same as nothing to do.
    return `${functionName}: unknown records of ${topic} (${String(error)})`;
  }
};

/** Asks the cluster itself; for a broker that is not in this process. */
export const lagOfCluster = (kafka: Kafka) => {
  const admin = kafka.admin();
  let connected: Promise<void> | undefined;
  return {
    async lag(groupId: string, topic: string): Promise<number> {
      connected ??= admin.connect();
      await connected.catch((error: unknown) => {
        connected = undefined;
        throw error;
      });
      // The commits first: a record that is produced and committed in between must not hide another.
      const [group] = await admin.fetchOffsets({ groupId, topics: [topic] });
      const ends = await admin.fetchTopicOffsets(topic);
      const committed = new Map(group?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
      return ends.reduce(
        (sum, { partition, high, low }) => sum + Number(high) - Math.max(committed.get(partition) ?? 0, Number(low)),
        0,
      );
    },
    stop: () => admin.disconnect(),
  };
};
