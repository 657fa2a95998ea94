import { randomUUID } from 'node:crypto';
import type { Consumer, Kafka, KafkaMessage, Message } from 'kafkajs';

export type Received = KafkaMessage & { partition: number };

/** What the contract does again and again, with a client of kafkajs. */
export const contractClient = (kafka: Kafka) => {
  const topicOf = async (partitions: number): Promise<string> => {
    const topic = `topic-${randomUUID()}`;
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic, numPartitions: partitions }], waitForLeaders: true });
    await admin.disconnect();
    return topic;
  };
  const produced = async (topic: string, messages: Message[], compression = 0) => {
    const producer = kafka.producer({
      allowAutoTopicCreation: false,
    });
    await producer.connect();
    try {
      return await producer.send({ topic, messages, compression });
    } finally {
      await producer.disconnect();
    }
  };
  const consuming = async (topic: string, groupId: string, { autoCommit = true, maxWaitTimeInMs = 250 } = {}) => {
    const received: Received[] = [];
    const consumer = kafka.consumer({
      groupId,
      maxWaitTimeInMs,
      heartbeatInterval: 200,
      sessionTimeout: 6_000,
    });
    const assigned = watchAssignment(consumer, topic);
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      autoCommit,
      eachBatch: async ({ batch }) =>
        void received.push(...batch.messages.map((m) => ({ ...m, partition: batch.partition }))),
    });
    return { consumer, received, assigned };
  };
  return { topicOf, produced, consuming };
};

export type ContractClient = ReturnType<typeof contractClient>;

/** The partitions a consumer has right now. */
const watchAssignment = (consumer: Consumer, topic: string): (() => number[]) => {
  let partitions: number[] = [];
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    partitions = payload.memberAssignment[topic] ?? [];
  });
  return () => partitions;
};
