import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { Kafka, logLevel } from 'kafkajs';
import { setting } from '../environment.ts';
import { s3Blobs } from '../event-store/blobs/s3.ts';
import { lambda } from '../lambda.ts';
import { toEventBridge } from './event-bridge.ts';
import { toKafka } from './kafka.ts';
import { kafkaAccess } from './kafka-access.ts';
import type { Publish } from './publisher.ts';
import { relay } from './relay.ts';

const bus = toEventBridge(new EventBridgeClient({}), setting('BUS_NAME'));

const toTopics = (): Publish =>
  toKafka(
    new Kafka({
      clientId: 'bunko-relay',
      brokers: setting('KAFKA_BROKERS').split(','),
      logLevel: logLevel.WARN,
      ...kafkaAccess(),
    }),
    (category) => `${setting('TOPIC_PREFIX')}${category}`,
  );

/** With Kafka as the backbone the bus hears only what is meant for others; without it, everything. */
const backbone = (): Publish => {
  if (setting('BACKBONE') === 'eventbridge') return bus;
  const topics = toTopics();
  return async (outgoing) => {
    await Promise.all([topics(outgoing), bus(outgoing.filter(({ integration }) => integration))]);
  };
};

export const handler = lambda<DynamoDBStreamEvent, DynamoDBBatchResponse>(
  relay(backbone(), s3Blobs(setting('COMMITS_BUCKET'))),
);
