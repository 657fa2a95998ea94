import { type Admin, Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ScratchBroker, scratchBroker } from '../../../local/kafka/scratch-broker.ts';
import { PARTITIONS } from './partitions.ts';
import { createMissing, removeAll } from './topics.ts';

let scratch: ScratchBroker;
let admin: Admin;
beforeAll(async () => {
  scratch = await scratchBroker();
  const brokers = [`127.0.0.1:${scratch.broker.port}`];
  admin = new Kafka({ clientId: 'topics', brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
});
afterAll(async () => {
  await admin.disconnect();
  await scratch.discard();
});

const topics = async () => (await admin.listTopics()).filter((topic) => topic.startsWith('bunko.')).toSorted();

it('creates the topics that are missing, as often as it is asked', async () => {
  await createMissing(admin, ['bunko.loan']);
  await createMissing(admin, ['bunko.loan', 'bunko.shelf']);
  await createMissing(admin, ['bunko.loan', 'bunko.shelf']);
  expect(await topics()).toEqual(['bunko.loan', 'bunko.shelf']);
  const { topics: described } = await admin.fetchTopicMetadata({ topics: ['bunko.shelf'] });
  expect(described[0]?.partitions).toHaveLength(PARTITIONS);
});

it('removes the topics of a stage that leaves, as often as it is asked, and nobody else’s', async () => {
  await createMissing(admin, ['bunko.sora.loan', 'bunko.mei.loan']);
  await removeAll(admin, ['bunko.sora.loan', 'bunko.sora.shelf']);
  await removeAll(admin, ['bunko.sora.loan', 'bunko.sora.shelf']);
  const left = await topics();
  expect(left).toContain('bunko.mei.loan');
  expect(left).not.toContain('bunko.sora.loan');
});
