import type { Admin, Kafka } from 'kafkajs';
import { contractOf } from '../../../events/catalog.ts';
import { type Listener, subscriptions } from '../../../events/subscriptions.ts';
import type { Backlog } from './port.ts';

interface Names {
  topicOf(category: string): string;
  groupOf(listener: Listener, category: string): string;
}

/** What the consumer groups of a listener have not committed yet, in all partitions of its topics. */
export const kafkaBacklog = (kafka: Kafka, { topicOf, groupOf }: Names): Backlog => {
  const admin = kafka.admin({ retry: { retries: 2 } });
  let connected: Promise<void> | undefined;
  const connect = async () => {
    connected ??= admin.connect();
    try {
      await connected;
    } catch (error) {
      connected = undefined;
      throw error;
    }
  };
  return {
    async of(listener) {
      await connect();
      const categories = new Set(subscriptions[listener].flatMap((type) => contractOf(type)?.category ?? []));
      const lags = await Promise.all(
        [...categories].map((category) => lagOf(admin, topicOf(category), groupOf(listener, category))),
      );
      return lags.reduce((sum, lag) => sum + lag, 0);
    },
  };
};

const lagOf = async (admin: Admin, topic: string, groupId: string): Promise<number> => {
  const [ends, groups] = await Promise.all([
    admin.fetchTopicOffsets(topic),
    admin.fetchOffsets({ groupId, topics: [topic] }),
  ]);
  const committed = new Map(groups.flatMap(({ partitions }) => partitions.map((one) => [one.partition, one.offset])));
  return ends.reduce((sum, { partition, high, low }) => {
    const reached = Number(committed.get(partition) ?? -1);
    // A group that has committed nothing begins at the oldest record.
    return sum + Math.max(0, Number(high) - (reached < 0 ? Number(low) : reached));
  }, 0);
};
