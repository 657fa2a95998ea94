import { Kafka, logLevel } from 'kafkajs';
import * as z from 'zod';
import { setting } from '../environment.ts';
import { kafkaAccess } from '../relay/kafka-access.ts';
import { createMissing, removeAll } from './topics.ts';

/** What an operator sends before a stage leaves the cluster of another; a deployment sends nothing of the kind. */
const Removal = z.object({ remove: z.literal(true) });

/** Creates the topics of the stage, or removes them when told to. Run by the deployment; safe to repeat. */
export const handler = async (order: unknown): Promise<void> => {
  const kafka = new Kafka({
    clientId: 'bunko-topics',
    brokers: setting('KAFKA_BROKERS').split(','),
    logLevel: logLevel.WARN,
    ...kafkaAccess(),
  });
  const work = Removal.safeParse(order).success ? removeAll : createMissing;
  const admin = kafka.admin();
  await admin.connect();
  try {
    await work(admin, setting('TOPICS').split(','));
  } finally {
    await admin.disconnect();
  }
};
