import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchBroker, scratchBroker } from '../kafka/scratch-broker.ts';
import { freePort } from './free-port.ts';
import { brokersOf, createMissingTopics, reachCluster } from './kafka-cluster.ts';

describe('KAFKA_BROKERS', () => {
  it('names one broker or several', () =>
    expect(brokersOf('127.0.0.1:9092, kafka.example:19092,[::1]:9092')).toEqual([
      '127.0.0.1:9092',
      'kafka.example:19092',
      '[::1]:9092',
    ]));

  it.each(['localhost', 'http://localhost:9092', '127.0.0.1:9092,', ':9092'])('is refused as %j', (setting) =>
    expect(() => brokersOf(setting)).toThrow(
      expect.objectContaining({ reason: 'bad-kafka-brokers', message: expect.stringContaining('KAFKA_BROKERS') }),
    ));

  it('that nobody answers for is told by its name and by what to do', async () => {
    const broker = `127.0.0.1:${await freePort()}`;
    await expect(reachCluster([broker])).rejects.toMatchObject({
      reason: 'no-kafka',
      message: expect.stringMatching(new RegExp(`KAFKA_BROKERS names ${broker}.*npm run kafka start`)),
    });
  });
});

describe('a cluster of somebody', () => {
  let scratch: ScratchBroker;
  beforeAll(async () => {
    scratch = await scratchBroker();
  });
  afterAll(() => scratch.discard());

  it('gets the topics it does not have, and keeps those it has as they are', async () => {
    const { broker } = scratch;
    broker.createTopic('theirs', 2);
    await reachCluster(broker.brokers);
    await createMissingTopics(broker.brokers, ['theirs', 'ours', 'ours']);
    await createMissingTopics(broker.brokers, ['theirs', 'ours']);
    expect(broker.topics()).toEqual([
      { name: 'theirs', partitions: 2 },
      { name: 'ours', partitions: 4 },
    ]);
  });
});
