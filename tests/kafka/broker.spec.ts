import { once } from 'node:events';
import { createServer } from 'node:net';
import { Kafka, logLevel } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { contractClient } from '../../local/kafka/contract-client.ts';
import { canRunKafka, scratchKafka } from '../support/kafka.ts';
import { eventually } from '../support/system.ts';

describe.skipIf(!(await canRunKafka('the life of Apache Kafka')))('Apache Kafka on this machine', () => {
  it('that was killed comes back on the same port with the same records', async () => {
    const kafka = await scratchKafka();
    try {
      await kafka.start();
      const client = new Kafka({ brokers: kafka.brokers, logLevel: logLevel.NOTHING, retry: { initialRetryTime: 50 } });
      const { topicOf, produced, consuming } = contractClient(client);
      const topic = await topicOf(1);
      await produced(topic, [{ value: 'before' }]);
      await kafka.kill();
      expect(await kafka.isRunning()).toBe(false);
      await kafka.start();
      const { consumer, received } = await consuming(topic, 'after');
      await eventually(async () => received.length === 1 || undefined);
      await consumer.disconnect();
      expect(received.map(({ value }) => String(value))).toEqual(['before']);
    } finally {
      await kafka.discard();
    }
    expect(await kafka.isRunning()).toBe(false);
  });

  it('tells with its log why it cannot start, and leaves nothing running', async () => {
    const kafka = await scratchKafka();
    const [, port] = kafka.brokers[0]?.split(':') ?? [];
    const other = createServer().listen(Number(port), '127.0.0.1');
    await once(other, 'listening');
    try {
      await expect(kafka.start()).rejects.toMatchObject({
        reason: 'did-not-start',
        message: expect.stringMatching(/Address already in use/),
      });
      expect(await kafka.isRunning()).toBe(false);
    } finally {
      other.close();
      await kafka.discard();
    }
  });
});
