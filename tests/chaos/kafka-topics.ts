import type { Kafka } from 'kafkajs';
import type { Instance } from './lambda-function.ts';
import type { Wire } from './wire.ts';

/** A record as Lambda's poller hands it on. */
export interface TopicRecord {
  topic: string;
  partition: number;
  offset: number;
  timestamp: number;
  timestampType: 'CREATE_TIME';
  key: string;
  value: string;
  headers: Readonly<Record<string, number[]>>[];
}
export interface Partition {
  topic: string;
  partition: number;
  records: TopicRecord[];
  /** By offset: the event in the record, which is what failures are counted by. */
  eventIds: string[];
}
interface Sent {
  key: string;
  value: string;
  headers: Readonly<Record<string, string>>;
}
interface Batch {
  topicMessages: readonly { topic: string; messages: readonly Sent[] }[];
}

/** Topics of a Kafka cluster; order is kept within a partition, a key always goes to the same one. */
export interface Topics {
  partitionsOf(topic: string): readonly Partition[];
  append(topic: string, sent: Sent): void;
  /** Told after each append. */
  onAppend(listener: (topic: string) => void): void;
  /** The client library as an instance has it: it asks again after a lost answer, so that records come twice. */
  client(me: Instance, wire: Wire): Kafka;
}

const PARTITIONS = 2;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const hashOf = (key: string) => [...key].reduce((hash, char) => Math.imul(hash, 31) + char.charCodeAt(0), 7) >>> 0;

export const kafkaTopics = (): Topics => {
  const topics = new Map<string, Partition[]>();
  const listeners: ((topic: string) => void)[] = [];
  const partitionsOf = (topic: string) => {
    const found =
      topics.get(topic) ??
      Array.from({ length: PARTITIONS }, (_, partition) => ({ topic, partition, records: [], eventIds: [] }));
    topics.set(topic, found);
    return found;
  };
  const partitionFor = (topic: string, key: string): Partition => {
    const all = partitionsOf(topic);
    return all[hashOf(key) % all.length] as Partition;
  };
  const append = (topic: string, sent: Sent) => {
    const { partition, records, eventIds } = partitionFor(topic, sent.key);
    eventIds.push(sent.headers.ce_id ?? `${topic}-${partition}@${records.length}`);
    records.push({ topic, partition, offset: records.length, ...encoded(sent) });
    for (const told of listeners) told(topic);
  };
  /** Each partition takes its part or not, whatever the others do. */
  const sendBatch = async (me: Instance, wire: Wire, { topicMessages }: Batch) => {
    const sends = topicMessages.flatMap(({ topic, messages }) =>
      [...Map.groupBy(messages, ({ key }) => partitionFor(topic, key)).values()].map(
        (part) => () =>
          wire.call(me, {
            what: `kafka.produce ${topic} ${part.length}`,
            work: () => {
              for (const one of part) append(topic, one);
            },
            asksAgain: true,
          }),
      ),
    );
    await Promise.all(sends.map((send) => send()));
  };
  return {
    partitionsOf,
    append,
    onAppend: (listener) => void listeners.push(listener),
    client: (me, wire) => {
      const producer = { connect: async () => {}, sendBatch: (batch: Batch) => sendBatch(me, wire, batch) };
      return { producer: () => producer } as unknown as Kafka;
    },
  };
};

const encoded = ({ key, value, headers }: Sent) => ({
  timestamp: 0,
  timestampType: 'CREATE_TIME' as const,
  key: base64(key),
  value: base64(value),
  headers: Object.entries(headers).map(([name, text]) => ({ [name]: [...Buffer.from(text)] })),
});
