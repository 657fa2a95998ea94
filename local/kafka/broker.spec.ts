import { once } from 'node:events';
import { Kafka, logLevel } from 'kafkajs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jsonLog } from '../log.ts';
import { kafkaBrokerContract } from './broker-contract.ts';
import { errorCode } from './error-code.ts';
import { eventually } from './eventually.ts';
import { type ScratchBroker, scratchBroker } from './scratch-broker.ts';
import { recordBatch, wireProbe } from './wire-probe.ts';

kafkaBrokerContract('the embedded broker', async () => {
  const { broker, discard } = await scratchBroker();
  return { brokers: broker.brokers, close: discard };
});

describe('the embedded broker', () => {
  let scratch: ScratchBroker;
  let lines: string[];
  beforeEach(async () => {
    lines = [];
    scratch = await scratchBroker(jsonLog({ write: (line) => void lines.push(line) }));
    scratch.broker.createTopic('loans', 1);
  });
  afterEach(() => scratch.discard());

  const probe = () => wireProbe(scratch.broker.brokers[0] ?? '');
  const client = () => new Kafka({ brokers: scratch.broker.brokers, logLevel: logLevel.NOTHING });
  const stillServes = async () => {
    const one = await probe();
    const answer = await one.produce('loans', recordBatch({ values: ['still here'] }));
    one.close();
    return answer.error === errorCode.none;
  };

  it('keeps topics, records, commits and producers over a restart', async () => {
    const first = await probe();
    const producerId = await first.initProducerId();
    const batch = (sequence: number) => recordBatch({ values: ['a', 'b'], producerId, sequence });
    await first.produce('loans', batch(0));
    await first.ask(8, 2, (out) =>
      out
        .string('readers')
        .int32(-1)
        .string('')
        .int64(-1)
        .int32(1)
        .string('loans')
        .int32(1)
        .int32(0)
        .int64(1)
        .string(null),
    );
    first.close();

    const broker = await scratch.restart();
    expect(broker.topics()).toEqual([{ name: 'loans', partitions: 1 }]);
    expect(broker.endOffset('loans', 0)).toBe(2);
    expect(broker.committed('readers', 'loans', 0)).toBe(1);
    const second = await probe();
    expect(await second.produce('loans', batch(0))).toEqual({ error: errorCode.none, baseOffset: 0 });
    expect(await second.produce('loans', batch(2))).toEqual({ error: errorCode.none, baseOffset: 2 });
    expect(await second.initProducerId()).toBeGreaterThan(producerId);
    second.close();
  });

  it('refuses records of the old formats and batches that contradict themselves', async () => {
    const one = await probe();
    const old = recordBatch({ values: ['a'] });
    old.writeInt8(1, 16);
    expect(await one.produce('loans', old)).toMatchObject({ error: errorCode.unsupportedForMessageFormat });
    const [good, more] = [recordBatch({ values: ['a'] }), recordBatch({ values: ['b'] })];
    expect(await one.produce('loans', Buffer.concat([good, more]))).toMatchObject({ error: errorCode.corruptMessage });
    expect(await one.produce('loans', Buffer.alloc(0))).toMatchObject({ error: errorCode.corruptMessage });
    expect(await one.produce('absent', good)).toMatchObject({ error: errorCode.unknownTopicOrPartition });
    expect(scratch.broker.endOffset('loans', 0)).toBe(0);
    one.close();
  });

  it.each([
    ['another protocol', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
    ['a frame that is too large', Buffer.from([0x06, 0x40, 0x00, 0x01])],
    ['a negative size', Buffer.from([0xff, 0xff, 0xff, 0xff])],
    ['an API that does not exist', Buffer.from([0, 0, 0, 10, 0x30, 0x39, 0, 0, 0, 0, 0, 1, 0, 0])],
    [
      'an array longer than its frame',
      Buffer.from([0, 0, 0, 14, 0, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0x7f, 0xff, 0xff, 0xff]),
    ],
  ])('closes a connection that sends %s, and serves the others', async (_what, bytes) => {
    const { socket } = await probe();
    socket.write(bytes);
    await once(socket.resume(), 'close');
    expect(await stillServes()).toBe(true);
    expect(lines.some((line) => line.includes('a Kafka connection was closed'))).toBe(true);
  });

  it('answers requests in order when a client sends several at once', async () => {
    const { socket } = await probe();
    const heartbeat = Buffer.from([0, 0, 0, 12, 0, 18, 0, 0, 0, 0, 0, 1, 0, 2, 0x61, 0x62]);
    const second = Buffer.from(heartbeat);
    second.writeInt32BE(2, 8);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    for (const byte of Buffer.concat([heartbeat, second])) socket.write(Buffer.from([byte]));
    const all = await eventually(() => {
      const bytes = Buffer.concat(chunks);
      return bytes.length >= 4 && bytes.length === 2 * (4 + bytes.readInt32BE()) ? bytes : undefined;
    });
    expect([all.readInt32BE(4), all.readInt32BE(all.length / 2 + 4)]).toEqual([1, 2]);
    socket.destroy();
  });

  it('takes a member out of its group when it is not heard for its session timeout', async () => {
    const kafka = client();
    const silent = await probe();
    const join = (memberId: string) =>
      silent.ask(11, 2, (out) =>
        out
          .string('readers')
          .int32(300)
          .int32(300)
          .string(memberId)
          .string('consumer')
          .int32(1)
          .string('range')
          .bytes(Buffer.alloc(0)),
      );
    const joined = await join('');
    joined.int32();
    expect(joined.int16()).toBe(errorCode.none);
    const admin = kafka.admin();
    await admin.connect();
    const members = async () => (await admin.describeGroups(['readers'])).groups[0]?.members.length;
    expect(await members()).toBe(1);
    await eventually(async () => (await members()) === 0, 5_000);
    await admin.disconnect();
    silent.close();
  });

  it('begins a topic anew when it was deleted, without the commits of the former one', async () => {
    const producer = client().producer();
    await producer.connect();
    await producer.send({ topic: 'loans', messages: [{ value: 'a' }] });
    await producer.disconnect();
    const admin = client().admin();
    await admin.connect();
    await admin.setOffsets({ groupId: 'readers', topic: 'loans', partitions: [{ partition: 0, offset: '1' }] });
    expect(scratch.broker.committed('readers', 'loans', 0)).toBe(1);
    await admin.deleteTopics({ topics: ['loans'] });
    expect(scratch.broker.topics()).toEqual([]);
    await admin.createTopics({ topics: [{ topic: 'loans', numPartitions: 2 }] });
    await admin.createPartitions({ topicPartitions: [{ topic: 'loans', count: 3 }] });
    await admin.disconnect();
    expect(scratch.broker.topics()).toEqual([{ name: 'loans', partitions: 3 }]);
    expect(scratch.broker.endOffset('loans', 0)).toBe(0);
    expect(scratch.broker.committed('readers', 'loans', 0)).toBeUndefined();
  });

  it('refuses names and numbers of partitions that Kafka does not allow', () => {
    expect(() => scratch.broker.createTopic('no spaces')).toThrow(RangeError);
    expect(() => scratch.broker.createTopic('many', 100_000)).toThrow(RangeError);
    scratch.broker.createTopic('loans', 9);
    expect(scratch.broker.topics()).toEqual([{ name: 'loans', partitions: 1 }]);
  });
});
