import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchBroker } from '../../local/kafka/scratch-broker.ts';
import { canRunKafka, scratchKafka } from '../support/kafka.ts';
import { type KafkaClients, kafkaClients, linesOf, tableIn } from '../support/kafka-clients.ts';
import { programFor } from '../support/program.ts';
import { eventually } from '../support/system.ts';

const suite = 'the suite of Kafka clients';
const kcat = programFor(suite, 'kcat');
const hasKafka = await canRunKafka(suite);

const brokers = {
  'Apache Kafka': async () => {
    const kafka = await scratchKafka();
    await kafka.start();
    return { broker: kafka.brokers[0] ?? '', close: () => kafka.discard() };
  },
  'the embedded broker': async () => {
    const { broker, discard } = await scratchBroker();
    return { broker: broker.brokers[0] ?? '', close: discard };
  },
};

describe.skipIf(kcat === undefined || !hasKafka).each(Object.entries(brokers))('%s', (_name, open) => {
  let clients: KafkaClients;
  let close = async () => {};
  beforeAll(async () => {
    const opened = await open();
    close = opened.close;
    clients = kafkaClients(opened.broker, kcat ?? '');
  });
  afterAll(() => close());
  const nameOf = (what: string) => `${what}-${randomUUID()}`;

  it('shows a topic that one client has made to all', async () => {
    const topic = nameOf('topic');
    await clients.tool('topics', ['--create', '--topic', topic, '--partitions', '3']);
    expect(linesOf(await clients.tool('topics', ['--list']))).toContain(topic);
    expect(await clients.tool('topics', ['--describe', '--topic', topic])).toMatch(/PartitionCount: 3/);
    expect(await clients.kcat(['-L', '-t', topic])).toContain(`topic "${topic}" with 3 partitions`);
    const admin = clients.kafka.admin();
    await admin.connect();
    expect((await admin.fetchTopicMetadata({ topics: [topic] })).topics[0]?.partitions).toHaveLength(3);
    await admin.disconnect();
    await expect(clients.tool('topics', ['--create', '--topic', topic])).rejects.toThrow(/TopicExistsException/);
    await clients.tool('topics', ['--delete', '--topic', topic]);
    expect(linesOf(await clients.tool('topics', ['--list']))).not.toContain(topic);
  });

  /** What kcat and the console consumer find in a topic: header, key and value of each record. */
  const readBy = {
    kcat: (topic: string) => clients.kcat(['-C', '-t', topic, '-e', '-q', '-o', 'beginning', '-f', '%h %k %s\\n']),
    console: (topic: string, count: number) => {
      const printing = ['print.headers=true', 'print.key=true', 'key.separator= ', 'headers.separator= '];
      const until = ['--from-beginning', '--max-messages', String(count), '--timeout-ms', '20000'];
      return clients.tool('console-consumer', ['--topic', topic, ...until, ...propertiesOf(printing)]);
    },
  };
  const writeBy = {
    kcat: (topic: string, codec: string, line: string) =>
      clients.kcat(['-P', '-t', topic, '-K', ':', '-H', 'h=kcat', '-z', codec], `${line}\n`),
    console: (topic: string, codec: string, line: string) => {
      const parsing = [
        'parse.key=true',
        'key.separator=:',
        'parse.headers=true',
        'headers.delimiter=;',
        'headers.key.separator==',
      ];
      const options = ['--topic', topic, '--compression-codec', codec, ...propertiesOf(parsing)];
      return clients.tool('console-producer', options, `h=console;${line}\n`);
    },
  };

  it('carries keys, values and headers from every client to every other', async () => {
    const topic = await clients.topicOf(1);
    await clients.produced(topic, [{ key: 'loan', value: 'opened', headers: { h: 'kafkajs' } }]);
    await writeBy.kcat(topic, 'gzip', 'loan:extended');
    await writeBy.console(topic, 'gzip', 'loan:returned');

    const { consumer, received } = await clients.consuming(topic, randomUUID());
    await eventually(async () => received.length === 3 || undefined);
    await consumer.disconnect();
    const told = ['kafkajs loan opened', 'kcat loan extended', 'console loan returned'];
    expect(received.map(({ headers, key, value }) => `${headers?.h} ${key} ${value}`)).toEqual(told);
    expect(linesOf(await readBy.kcat(topic))).toEqual(told.map((line) => `h=${line}`));
    expect(linesOf(await readBy.console(topic, 3))).toEqual(told.map((line) => `h:${line}`));
  });

  it('stores what its clients compress, in ways it need not know', async () => {
    const topic = await clients.topicOf(1);
    await writeBy.kcat(topic, 'snappy', 'a:1');
    await writeBy.kcat(topic, 'lz4', 'b:2');
    await writeBy.console(topic, 'zstd', 'c:3');
    expect(linesOf(await readBy.kcat(topic))).toEqual(['h=kcat a 1', 'h=kcat b 2', 'h=console c 3']);
    expect(linesOf(await readBy.console(topic, 3))).toEqual(['h:kcat a 1', 'h:kcat b 2', 'h:console c 3']);
  });

  it('tells every client the same offsets', async () => {
    const topic = await clients.topicOf(2);
    const at = (partition: number, time: string) => ({ partition, value: time, timestamp: time });
    await clients.produced(topic, [at(0, '1000'), at(0, '2000'), at(0, '3000'), at(1, '1000')]);
    const offsetsAt = async (...time: string[]) =>
      linesOf(await clients.tool('get-offsets', ['--topic', topic, ...time])).toSorted();
    expect(await offsetsAt()).toEqual([`${topic}:0:3`, `${topic}:1:1`]);
    expect(await offsetsAt('--time', 'earliest')).toEqual([`${topic}:0:0`, `${topic}:1:0`]);
    const asked = await clients.kcat(['-Q', '-t', `${topic}:0:2000`, '-t', `${topic}:1:-1`]);
    expect(linesOf(asked).toSorted()).toEqual([`${topic} [0] offset 1`, `${topic} [1] offset 1`]);
    const admin = clients.kafka.admin();
    await admin.connect();
    const ends = (await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, high]);
    expect(Object.fromEntries(ends)).toEqual({ 0: '3', 1: '1' });
    await admin.disconnect();
  });

  it('describes a group while it works and after it has gone, and lets the next client go on or begin again', async () => {
    const topic = await clients.topicOf(1);
    const group = `group-${randomUUID()}`;
    const describedBy = async (...options: string[]) =>
      tableIn(await clients.tool('consumer-groups', ['--describe', '--group', group, ...options]));
    await clients.produced(topic, [{ value: 'first' }]);

    const { consumer, received } = await clients.consuming(topic, group);
    await eventually(async () => received.length === 1 || undefined);
    expect(linesOf(await clients.tool('consumer-groups', ['--list']))).toContain(group);
    expect(await describedBy('--state')).toMatchObject([{ STATE: 'Stable', '#MEMBERS': '1' }]);
    expect(await describedBy('--members')).toMatchObject([
      { HOST: '/127.0.0.1', 'CLIENT-ID': 'kafkajs', '#PARTITIONS': '1' },
    ]);
    await consumer.disconnect();
    expect(await describedBy('--state')).toMatchObject([
      { 'ASSIGNMENT-STRATEGY': '-', STATE: 'Empty', '#MEMBERS': '0' },
    ]);

    await clients.produced(topic, [{ value: 'second' }]);
    const where = { TOPIC: topic, PARTITION: '0', 'CONSUMER-ID': '-' };
    expect(await describedBy()).toMatchObject([{ ...where, 'CURRENT-OFFSET': '1', 'LOG-END-OFFSET': '2', LAG: '1' }]);
    const asMember = ['-q', '-e', '-f', '%s\\n', '-G', group, topic];
    expect(linesOf(await clients.kcat(asMember))).toEqual(['second']);
    expect(await describedBy()).toMatchObject([{ ...where, 'CURRENT-OFFSET': '2', LAG: '0' }]);

    const reset = ['--reset-offsets', '--to-earliest', '--execute', '--topic', topic, '--group', group];
    await clients.tool('consumer-groups', reset);
    expect(linesOf(await clients.kcat(asMember))).toEqual(['first', 'second']);
    await clients.tool('consumer-groups', ['--delete', '--group', group]);
    expect(linesOf(await clients.tool('consumer-groups', ['--list']))).not.toContain(group);
  });
});

const propertiesOf = (settings: readonly string[]) => settings.flatMap((setting) => ['--property', setting]);
