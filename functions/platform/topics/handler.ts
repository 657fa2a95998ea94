import { Kafka, logLevel } from 'kafkajs';
import { setting } from '../environment.ts';
import { kafkaAccess } from '../relay/kafka-access.ts';
import { PARTITIONS } from './partitions.ts';

/** Creates the topics of the stage that are not there yet; run by the deployment, safe to repeat. */
export const handler = async (): Promise<void> => {
  const kafka = new Kafka({
    clientId: 'bunko-topics',
    brokers: setting('KAFKA_BROKERS').split(','),
    logLevel: logLevel.WARN,
    ...kafkaAccess(),
  });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const known = await admin.listTopics();
    const missing = setting('TOPICS')
      .split(',')
      .filter((topic) => !known.includes(topic));
    await admin.createTopics({ topics: missing.map((topic) => ({ topic, numPartitions: PARTITIONS })) });
  } finally {
    await admin.disconnect();
  }
};
