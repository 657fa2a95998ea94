import { Kafka, logLevel } from 'kafkajs';
import { setting } from '../../platform/environment.ts';
import { kafkaAccess } from '../../platform/relay/kafka-access.ts';
import { kafkaBacklog } from './kafka.ts';
import type { Backlog } from './port.ts';
import { sqsBacklog } from './sqs.ts';

/** The backlog on the backbone of this stage. */
export const backlogHere = (): Backlog => {
  const prefix = setting('NAME_PREFIX');
  if (setting('BACKBONE') === 'eventbridge')
    return sqsBacklog((listener) => `${setting('QUEUE_URL_PREFIX')}${prefix}${listener}`);
  const kafka = new Kafka({
    clientId: 'bunko-operations',
    brokers: setting('KAFKA_BROKERS').split(','),
    connectionTimeout: 2_000,
    logLevel: logLevel.NOTHING,
    ...kafkaAccess(),
  });
  return kafkaBacklog(kafka, {
    topicOf: (category) => `${setting('TOPIC_PREFIX')}${category}`,
    groupOf: (listener, category) => `${prefix}${listener}-${category}`,
  });
};
