import type { Kafka, Producer } from 'kafkajs';
import type { KafkaRecord } from './kafka-record.ts';

/** Writes given-up records to a Kafka topic as they were; connects when the first one comes. */
export const failureProducer = (kafka: Kafka) => {
  let connected: Promise<Producer> | undefined;
  const connect = async (): Promise<Producer> => {
    const producer = kafka.producer();
    await producer.connect();
    return producer;
  };

  return {
    /** Rejects when a record has not arrived; some of them may have. */
    async produce(topic: string, records: readonly KafkaRecord[]): Promise<void> {
      connected ??= connect();
      const producer = await connected.catch((error: unknown) => {
        connected = undefined;
        throw error;
      });
      await producer.send({ topic, acks: -1, messages: records.map(messageOf) });
    },
    async stop(): Promise<void> {
      await (await connected)?.disconnect();
    },
  };
};

const messageOf = ({ key, value, timestamp, headers }: KafkaRecord) => ({
  key,
  value,
  timestamp: String(timestamp),
  headers: Object.fromEntries(
    [...Map.groupBy(headers, ([name]) => name)].map(([name, all]) => [name, all.map(([, bytes]) => bytes)]),
  ),
});
