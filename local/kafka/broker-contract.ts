// Longer than 200 lines because it is one list, which every Kafka signs as a whole.
import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ContractClient, contractClient, type Received } from './contract-client.ts';
import { errorCode } from './error-code.ts';
import { eventually } from './eventually.ts';
import { recordBatch, wireProbe } from './wire-probe.ts';

/** A cluster to try; `close` ends what `open` started. */
export interface OpenCluster {
  brokers: string[];
  close(): Promise<void>;
}

/** The code of the compression that needs no further library. */
const GZIP = 1;

/** What kafkajs may expect of any Kafka; the embedded broker and Apache Kafka sign the same list. */
export const kafkaBrokerContract = (name: string, open: () => Promise<OpenCluster>): void => {
  describe(`${name} keeps the Kafka contract`, () => {
    let cluster: OpenCluster;
    let kafka: Kafka;
    let topicOf: ContractClient['topicOf'];
    let produced: ContractClient['produced'];
    let consuming: ContractClient['consuming'];
    beforeAll(async () => {
      cluster = await open();
      kafka = new Kafka({ brokers: cluster.brokers, logLevel: logLevel.NOTHING, retry: { initialRetryTime: 50 } });
      ({ topicOf, produced, consuming } = contractClient(kafka));
    });
    afterAll(() => cluster.close());

    const textsOf = (received: readonly Received[]) => received.map(({ value }) => value?.toString());

    it('keeps the order of a partition', async () => {
      const topic = await topicOf(2);
      const texts = Array.from({ length: 200 }, (_, index) => `record ${index}`);
      for (const chunk of [texts.slice(0, 1), texts.slice(1, 120), texts.slice(120)]) {
        await produced(
          topic,
          chunk.map((value) => ({ partition: 1, value })),
        );
      }
      const { consumer, received } = await consuming(topic, randomUUID());
      await eventually(() => received.length === 200);
      await consumer.disconnect();
      expect(textsOf(received)).toEqual(texts);
      expect(received.map(({ offset }) => Number(offset))).toEqual([...texts.keys()]);
    });

    it('keeps keys, values and headers byte for byte, compressed or not', async () => {
      const topic = await topicOf(1);
      const bytes = Buffer.from([0, 255, 128, 10, 13, 0]);
      await produced(topic, [
        { key: bytes, value: bytes, headers: { 見出し: bytes, twice: ['a', 'b'] }, timestamp: '1234' },
      ]);
      await produced(topic, [{ key: null, value: null }]);
      await produced(topic, [{ value: 'x'.repeat(5_000) }], GZIP);

      const { consumer, received } = await consuming(topic, randomUUID());
      await eventually(() => received.length === 3);
      await consumer.disconnect();
      const [first, second, third] = received;
      expect(first).toMatchObject({ key: bytes, value: bytes, timestamp: '1234' });
      expect(first?.headers).toEqual({ 見出し: bytes, twice: [Buffer.from('a'), Buffer.from('b')] });
      expect([second?.key, second?.value]).toEqual([null, null]);
      expect(third?.value?.toString()).toBe('x'.repeat(5_000));
    });

    it('shares the partitions among the members of a group, and gives them back when one leaves', async () => {
      const topic = await topicOf(4);
      const groupId = randomUUID();
      const first = await consuming(topic, groupId);
      await eventually(() => first.assigned().length === 4);
      const second = await consuming(topic, groupId);
      await eventually(() => first.assigned().length === 2 && second.assigned().length === 2);
      expect([...first.assigned(), ...second.assigned()].toSorted()).toEqual([0, 1, 2, 3]);
      await first.consumer.disconnect();
      await eventually(() => second.assigned().length === 4);

      await produced(
        topic,
        [0, 1, 2, 3].map((partition) => ({ partition, value: `p${partition}` })),
      );
      await eventually(() => second.received.length === 4);
      await second.consumer.disconnect();
    });

    it('goes on after the last commit of the group, and only there', async () => {
      const topic = await topicOf(1);
      const groupId = randomUUID();
      await produced(
        topic,
        ['a', 'b', 'c'].map((value) => ({ value })),
      );
      const first = await consuming(topic, groupId, { autoCommit: false });
      await eventually(() => first.received.length === 3);
      await first.consumer.commitOffsets([{ topic, partition: 0, offset: '2' }]);
      await first.consumer.disconnect();

      const second = await consuming(topic, groupId, { autoCommit: false });
      await eventually(() => second.received.length === 1);
      await second.consumer.disconnect();
      expect(textsOf(second.received)).toEqual(['c']);
    });

    it('finds offsets by time', async () => {
      const topic = await topicOf(1);
      const at = (timestamp: string) => ({ value: timestamp, timestamp });
      await produced(topic, [at('1000'), at('2000'), at('3000')]);
      await produced(topic, [at('4000')]);
      const admin = kafka.admin();
      await admin.connect();
      const offsetAt = async (time: number) =>
        Number((await admin.fetchTopicOffsetsByTimestamp(topic, time))[0]?.offset);
      expect(await Promise.all([0, 1_500, 3_000, 3_001].map(offsetAt))).toEqual([0, 1, 2, 3]);
      // kafkajs answers the end of the partition when every record is older.
      expect(await offsetAt(9_000)).toBe(4);
      expect(await admin.fetchTopicOffsets(topic)).toMatchObject([{ high: '4', low: '0' }]);
      await admin.disconnect();
    });

    it('answers a waiting fetch as soon as a record comes in', async () => {
      const topic = await topicOf(1);
      const { consumer, received, assigned } = await consuming(topic, randomUUID(), { maxWaitTimeInMs: 2_000 });
      await eventually(() => assigned().length === 1);
      await produced(topic, [{ value: 'wake up' }]);
      const sent = performance.now();
      await eventually(() => received.length === 1);
      const waited = performance.now() - sent;
      await consumer.disconnect();
      expect(waited).toBeLessThan(500);
    });

    it('carries a record of 900 KB and refuses one of 2 MB', async () => {
      const topic = await topicOf(1);
      const large = Buffer.alloc(900_000, 7);
      await produced(topic, [{ value: large }]);
      const { consumer, received } = await consuming(topic, randomUUID());
      await eventually(() => received.length === 1);
      await consumer.disconnect();
      expect(received[0]?.value?.equals(large)).toBe(true);
      await expect(produced(topic, [{ value: Buffer.alloc(2_000_000) }])).rejects.toMatchObject({
        type: 'MESSAGE_TOO_LARGE',
      });
    });

    it('says that a topic is unknown when it may not be created', async () => {
      const once = new Kafka({ brokers: cluster.brokers, logLevel: logLevel.NOTHING, retry: { retries: 0 } });
      const producer = once.producer({
        allowAutoTopicCreation: false,
      });
      await producer.connect();
      const sent = producer.send({ topic: `absent-${randomUUID()}`, messages: [{ value: 'a' }] });
      await expect(sent).rejects.toMatchObject({ cause: { type: 'UNKNOWN_TOPIC_OR_PARTITION' } });
      await producer.disconnect();
    });

    it('takes the batches of an idempotent producer once and in order', async () => {
      const topic = await topicOf(1);
      const producer = kafka.producer({
        idempotent: true,
        maxInFlightRequests: 1,
      });
      await producer.connect();
      const [first] = await producer.send({ topic, messages: [{ value: 'a' }, { value: 'b' }] });
      const [second] = await producer.send({ topic, messages: [{ value: 'c' }] });
      await producer.disconnect();
      expect([first?.baseOffset, second?.baseOffset]).toEqual(['0', '2']);
    });

    it('answers a repeated batch with its first offset, and refuses one that leaves a gap', async () => {
      const topic = await topicOf(1);
      const probe = await wireProbe(cluster.brokers[0] ?? '');
      const producerId = await probe.initProducerId();
      const send = (sequence: number) =>
        probe.produce(topic, recordBatch({ values: ['a', 'b'], producerId, sequence }));
      expect(await send(0)).toEqual({ error: errorCode.none, baseOffset: 0 });
      expect(await send(2)).toEqual({ error: errorCode.none, baseOffset: 2 });
      expect(await send(0)).toMatchObject({ error: errorCode.none, baseOffset: 0 });
      expect(await send(9)).toMatchObject({ error: errorCode.outOfOrderSequence });
      expect(await send(4)).toEqual({ error: errorCode.none, baseOffset: 4 });
      probe.close();
    });

    it('refuses a batch whose checksum is wrong', async () => {
      const topic = await topicOf(1);
      const probe = await wireProbe(cluster.brokers[0] ?? '');
      const damaged = recordBatch({ values: ['a'] });
      damaged.writeUInt8(damaged.readUInt8(damaged.length - 2) ^ 1, damaged.length - 2);
      expect(await probe.produce(topic, damaged)).toMatchObject({ error: errorCode.corruptMessage });
      expect(await probe.produce(topic, recordBatch({ values: ['a'] }))).toMatchObject({ baseOffset: 0 });
      probe.close();
    });

    it('tells a client of the future which versions it knows', async () => {
      const probe = await wireProbe(cluster.brokers[0] ?? '');
      const answer = await probe.ask(18, 99, (out) => out.int8(0));
      expect(answer.int16()).toBe(errorCode.unsupportedVersion);
      probe.close();
    });
  });
};
