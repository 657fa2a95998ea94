import type { Kafka, Message } from 'kafkajs';
import type { CloudEvent } from '../listener/cloud-event.ts';
import type { Outgoing, Publish } from './publisher.ts';

/**
 * Publishes to Kafka in CloudEvents' binary mode: the key is the stream, the value the data, the attributes are headers.
 * The connection outlives the invocation.
 */
export const toKafka = (kafka: Kafka, topicOf: (category: string) => string): Publish => {
  const producer = kafka.producer({ allowAutoTopicCreation: true });
  let connected: Promise<void> | undefined;
  const connect = async () => {
    connected ??= producer.connect();
    try {
      await connected;
    } catch (error) {
      connected = undefined;
      throw error;
    }
  };
  return async (outgoing) => {
    if (outgoing.length === 0) return;
    await connect();
    const byTopic = Map.groupBy(outgoing, ({ category }) => topicOf(category));
    const topicMessages = [...byTopic].map(([topic, events]) => ({ topic, messages: events.map(messageOf) }));
    await producer.sendBatch({ acks: -1, topicMessages });
  };
};

const messageOf = ({ event: { data, ...attributes } }: Outgoing): Message => ({
  key: attributes.subject,
  value: JSON.stringify(data),
  timestamp: String(Date.parse(attributes.time)),
  headers: headersOf(attributes),
});

const headersOf = ({ traceparent, ...attributes }: Omit<CloudEvent, 'data'>): Record<string, string> => ({
  'content-type': 'application/json',
  ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce_${name}`, String(value)])),
  ...(traceparent !== undefined && { traceparent }),
});
