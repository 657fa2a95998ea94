import type { KafkaMapping } from './kafka-mapping.ts';
import type { KafkaRecord } from './kafka-record.ts';

export const partitionName = (topic: string, partition: number): string => `${topic}-${partition}`;

/** The event that Lambda gives a function for these records, shaped as AWS shapes it. */
export const kafkaPayload = (mapping: KafkaMapping, bootstrapServers: string, records: readonly KafkaRecord[]) => ({
  eventSource: mapping.eventSourceArn === undefined ? 'SelfManagedKafka' : 'aws:kafka',
  ...(mapping.eventSourceArn !== undefined && { eventSourceArn: mapping.eventSourceArn }),
  bootstrapServers,
  records: groupedByPartition(
    mapping.topic,
    records.map((record) => payloadRecord(mapping.topic, record)),
  ),
});

const payloadRecord = (topic: string, { partition, offset, timestamp, key, value, headers }: KafkaRecord) => ({
  topic,
  partition,
  offset,
  timestamp,
  timestampType: 'CREATE_TIME',
  ...(key !== null && { key: key.toString('base64') }),
  ...(value !== null && { value: value.toString('base64') }),
  headers: headers.map(([name, bytes]) => ({ [name]: [...bytes] })),
});

/** Order within a partition stays. */
const groupedByPartition = <T extends { partition: number }>(topic: string, records: readonly T[]) =>
  Object.groupBy(records, ({ partition }) => partitionName(topic, partition));
