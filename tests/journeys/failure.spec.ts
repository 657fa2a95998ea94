import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { type IHeaders, Kafka, logLevel } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { subscriptions } from '../../events/subscriptions.ts';
import { categories } from '../../events/topics.ts';
import { type Library, type Member, PASSWORD } from '../support/library.ts';
import { shopAt } from '../support/shop.ts';
import { eventually, type System, startSystem, withSystem } from '../support/system.ts';
import { copyOfAssembly, crashingTwice, withoutAction } from '../support/tampered-assembly.ts';

/** Everything that others can see of a borrowing. */
const whatIsSeen = async (library: Library, member: Member, volumeId: string) => {
  const [availability, records, ranking, mails, inbox] = await Promise.all([
    library.call(`GET /api/volumes/${volumeId}/availability`),
    library.call('GET /api/me/records', member),
    library.call('GET /api/rankings/volumes?period=all-time&limit=100'),
    library.mailsTo(member),
    library.call('GET /api/me/notifications', member),
  ]);
  const kinds = mails.map(({ kind }) => kind).toSorted();
  return {
    availability: availability.body,
    records: records.body.items,
    borrowCount: ranking.body.items.find((item: { volumeId: string }) => item.volumeId === volumeId)?.borrowCount,
    mails: kinds.filter((kind) => !kind.startsWith('order-')),
    ofOrders: kinds.filter((kind) => kind.startsWith('order-')),
    unread: inbox.body.unreadCount,
  };
};

const borrowOnce = async ({ library }: System, settled = library.settled) => {
  const { volumeId } = await library.newVolume(await library.signIn('librarian'), 2);
  const member = await library.register();
  await settled();
  const { status, body } = await library.borrow(member, volumeId);
  expect(status).toBe(201);
  await settled();
  return { member, volumeId, loanId: body.loanId as string };
};

const documentsOf = ({ running }: System) =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: running.endpoint,
      region: 'ap-northeast-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    }),
  );

const kafkaOf = ({ running }: System) =>
  new Kafka({ clientId: 'test', brokers: [...running.kafka.brokers], logLevel: logLevel.NOTHING });

interface Record {
  key: Buffer | null;
  value: Buffer | null;
  headers: IHeaders;
}

/** Every record of these topics, by topic. */
const recordsOf = async (kafka: Kafka, topics: string[]): Promise<ReadonlyMap<string, Record[]>> => {
  const admin = kafka.admin();
  await admin.connect();
  const offsets = await Promise.all(topics.map((topic) => admin.fetchTopicOffsets(topic)));
  await admin.disconnect();
  const expected = offsets.flat().reduce((sum, { offset }) => sum + Number(offset), 0);
  const records: { topic: string; record: Record }[] = [];
  const consumer = kafka.consumer({ groupId: `test-${Date.now()}` });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ topic, message: { key, value, headers = {} } }) =>
      void records.push({ topic, record: { key, value, headers } }),
  });
  await eventually(async () => (records.length >= expected ? true : undefined));
  await consumer.disconnect();
  const byTopic = Map.groupBy(records, ({ topic }) => topic);
  return new Map([...byTopic].map(([topic, told]) => [topic, told.map(({ record }) => record)]));
};

/** Everything else that listeners follow: a comment, a hold that is offered a copy, which gets lost, and the volume with it; an order. */
const waitAndSay = async (library: Library, member: Member, volumeId: string, settled: () => Promise<void>) => {
  const signedIn = async (email: string, password: string) =>
    (await library.call('POST /api/auth/login', { body: { email, password } })).body.accessToken as string;
  const made = async (token: string, route: string, status: number, body: unknown = {}) => {
    const answer = await library.call(route, { token, body });
    expect([route, answer.status]).toEqual([route, status]);
    return answer.body;
  };
  const { volumeId: wanted } = await library.newVolume(await library.signIn('librarian'), 0);
  await settled();
  const token = await signedIn(member.email, PASSWORD);
  await made(token, `POST /api/volumes/${volumeId}/comments`, 201, { text: 'Good', rating: 5 });
  await made(token, 'POST /api/holds', 201, { volumeId: wanted });
  const librarian = (await library.signIn('librarian')).token;
  const bought = await made(librarian, `POST /api/volumes/${wanted}/copies`, 201, { count: 1, reason: 'wanted' });
  await made(librarian, `POST /api/copies/${bought.copyIds[0]}/lost`, 204, { reason: 'missing' });
  await made(librarian, `DELETE /api/volumes/${wanted}`, 204);
  const shop = shopAt(library);
  const productId = await shop.newProduct(await library.signIn('librarian'), { yen: 880, pieces: 5 });
  expect((await shop.place({ ...member, token }, { productId })).status).toBe(202);
  await settled();
};

describe('whatever goes wrong on the way', () => {
  const system = withSystem();

  it('events that come again, in the wrong order, change nothing', async () => {
    const { library } = system();
    const { member, volumeId } = await borrowOnce(system());
    const before = await whatIsSeen(library, member, volumeId);
    expect(before).toMatchObject({ borrowCount: 1, mails: ['borrowed', 'welcome'], unread: 2 });

    const kafka = kafkaOf(system());
    const producer = kafka.producer();
    await producer.connect();
    const told = await recordsOf(
      kafka,
      categories.map((category) => `bunko.${category}`),
    );
    expect(told.size).toBeGreaterThanOrEqual(6);
    for (const [topic, records] of told)
      await producer.send({ topic, messages: [...records, ...records].toReversed() });
    await producer.disconnect();
    await library.settled();
    expect(await whatIsSeen(library, member, volumeId)).toEqual(before);
  });

  it('a poison record ends in the dead letters of its consumers and blocks nobody, not even its own key', async () => {
    const { library } = system();
    const { member, volumeId, loanId } = await borrowOnce(system());
    const producer = kafkaOf(system()).producer();
    await producer.connect();
    const key = `main#loan#${loanId}`;
    await producer.send({
      topic: 'bunko.loan',
      messages: [
        { key, value: 'no JSON at all' },
        { key, value: '{}', headers: { ce_type: 'lending.loan-opened', ce_id: 'poison' } },
        { key: null, value: null },
      ],
    });
    await producer.disconnect();
    expect((await library.call(`POST /api/loans/${loanId}/return`, member)).status).toBe(200);
    await library.settled();

    expect(await whatIsSeen(library, member, volumeId)).toMatchObject({
      availability: { available: 2, onLoan: 0 },
      records: [{ loanId, returnedOn: expect.any(String) }],
      mails: ['borrowed', 'returned', 'welcome'],
    });
    const { Items = [] } = await documentsOf(system()).send(new ScanCommand({ TableName: 'bunko-local-dead-letters' }));
    const ofLoans = Object.keys(subscriptions).filter((name) =>
      ['loan-sheet', 'records', 'ranking', 'notices'].includes(name),
    );
    expect(ofLoans).toHaveLength(4);
    for (const consumer of ofLoans)
      expect(Items.filter(({ pk, state }) => pk === consumer && state === 'dead')).toHaveLength(3);
  });
});

describe('a consumer that dies', () => {
  it('before its effect, and again after it, is started again, and every effect is there once', async () => {
    const assemblyDir = await copyOfAssembly();
    const marks = mkdtempSync(join(tmpdir(), 'bunko-crashes-'));
    const listeners = Object.keys(subscriptions).map((listener) => `bunko-local-${listener}`);
    for (const functionName of [...listeners, 'bunko-local-relay']) crashingTwice(assemblyDir, functionName, marks);
    const system = await startSystem({ assemblyDir });
    try {
      const { library } = system;
      // What died holding a message keeps it until its visibility timeout: the clock may move, nobody has to wait.
      const settled = async () => {
        while ((await library.call('GET /_local/idle?timeout=3')).status !== 200) await library.advance('PT2M');
      };
      const { member, volumeId, loanId } = await borrowOnce(system, settled);
      await waitAndSay(library, member, volumeId, settled);
      await library.setClock(new Date(Date.now() + 16 * 86_400_000).toISOString());
      await settled();
      const again = await library.call('POST /api/auth/login', {
        body: { email: member.email, password: PASSWORD },
      });
      const token = again.body.accessToken as string;
      expect((await library.call(`POST /api/loans/${loanId}/return`, { token })).status).toBe(200);
      await settled();
      const seen = await whatIsSeen(library, { ...member, token }, volumeId);
      // The clock was moved while the order was on its way: it ended in time, or too late for one of its steps.
      expect([['order-confirmed', 'order-shipped'], ['order-cancelled']]).toContainEqual(seen.ofOrders);
      expect(seen).toMatchObject({
        availability: { copies: 2, available: 2 },
        records: [{ loanId }],
        borrowCount: 1,
        mails: ['borrowed', 'due-soon', 'hold-ready', 'overdue', 'returned', 'welcome'],
        unread: 6 + seen.ofOrders.length,
      });
      for (const name of [...listeners, 'bunko-local-relay'])
        expect(readdirSync(marks), name).toEqual(expect.arrayContaining([`${name}.before`, `${name}.after`]));
    } finally {
      await system.running.stop();
      for (const directory of [assemblyDir, marks, system.dataDir]) rmSync(directory, { recursive: true, force: true });
    }
  }, 180_000);
});

describe('a role without one of its permissions', () => {
  it('makes the journey fail with AccessDenied that names the action', async () => {
    const assemblyDir = await copyOfAssembly();
    withoutAction(assemblyDir, 'bunko-local-lending', 'dynamodb:ConditionCheckItem');
    const system = await startSystem({ assemblyDir });
    try {
      const { library, dataDir } = system;
      const { volumeId } = await library.newVolume(await library.signIn('librarian'), 1);
      const member = await library.register();
      await library.settled();
      const answer = await library.borrow(member, volumeId);
      expect(answer).toMatchObject({ status: 500, body: { code: 'internal-error' } });
      const log = () => readFileSync(join(dataDir, 'logs', 'bunko-local-borrow.log'), 'utf8');
      await eventually(async () => /AccessDenied/.exec(log())?.[0]);
      expect(log()).toMatch(
        /is not authorized to perform: dynamodb:ConditionCheckItem on resource: .*bunko-local-events/,
      );
      expect(JSON.stringify(answer.body)).not.toContain('dynamodb');
    } finally {
      await system.running.stop();
      for (const directory of [assemblyDir, system.dataDir]) rmSync(directory, { recursive: true, force: true });
    }
  }, 120_000);
});
