import { randomUUID } from 'node:crypto';
import type { KafkaMapping } from './kafka-mapping.ts';
import { kafkaPayload, partitionName } from './kafka-payload.ts';
import type { KafkaRecord } from './kafka-record.ts';

/** Above this a queue would refuse the message; the payload is left out then, as AWS always does. */
const MAX_PAYLOAD_BYTES = 900_000;
const KAFKA = 'kafka://';

export interface GivenUp {
  records: readonly KafkaRecord[];
  condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
  attempts: number;
}

/** Where given-up records can go. Both reject when the record has not arrived. */
export interface FailureRoutes {
  deadLetter: (arn: string, body: string) => Promise<void>;
  produce: (topic: string, records: readonly KafkaRecord[]) => Promise<void>;
}

/** Sends given-up records to the mapping's destination; resolves when they are safe there. */
export const sendToDestination = async (
  mapping: KafkaMapping,
  bootstrapServers: string,
  given: GivenUp,
  { deadLetter, produce }: FailureRoutes,
): Promise<void> => {
  const { onFailure } = mapping;
  if (onFailure === undefined) return;
  if (onFailure.startsWith(KAFKA)) await produce(onFailure.slice(KAFKA.length), given.records);
  else await deadLetter(onFailure, JSON.stringify(failureMessage(mapping, bootstrapServers, given)));
};

const failureMessage = (mapping: KafkaMapping, bootstrapServers: string, given: GivenUp) => {
  const payload = kafkaPayload(mapping, bootstrapServers, given.records);
  const payloadSize = Buffer.byteLength(JSON.stringify(payload));
  return {
    requestContext: {
      requestId: randomUUID(),
      functionName: mapping.functionName,
      condition: given.condition,
      approximateInvokeCount: given.attempts,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: new Date().toISOString(),
    KafkaBatchInfo: {
      batchSize: given.records.length,
      bootstrapServers,
      ...(mapping.eventSourceArn !== undefined && { eventSourceArn: mapping.eventSourceArn }),
      payloadSize,
      recordsInfo: recordsInfo(mapping.topic, given.records),
      ...(payloadSize <= MAX_PAYLOAD_BYTES && { payload }),
    },
  };
};

const recordsInfo = (topic: string, records: readonly KafkaRecord[]) =>
  Object.fromEntries(
    [...Map.groupBy(records, ({ partition }) => partition)].map(([partition, group]) => {
      const first = group[0];
      const last = group.at(-1);
      const info = {
        firstRecordOffset: first?.offset,
        lastRecordOffset: last?.offset,
        firstRecordTimestamp: first && instant(first.timestamp),
        lastRecordTimestamp: last && instant(last.timestamp),
      };
      return [partitionName(topic, partition), info];
    }),
  );

/** A producer may send any number as its time; one that is no date is shown as it is. */
const instant = (timestamp: number): string | number => {
  const date = new Date(timestamp);
  return Number.isNaN(date.getTime()) ? timestamp : date.toISOString();
};
