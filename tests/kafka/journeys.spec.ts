import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { Kafka, logLevel } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { subscriptions } from '../../events/subscriptions.ts';
import { categories } from '../../events/topics.ts';
import { canRunKafka } from '../support/kafka.ts';
import { standingOf } from '../support/kafka-lag.ts';
import { withSystemOnKafka } from '../support/kafka-system.ts';

describe.skipIf(!(await canRunKafka('the journeys on Apache Kafka')))('the system on Apache Kafka', () => {
  const system = withSystemOnKafka();

  /** A member who has borrowed, and everything that follows has followed. */
  const borrowed = async () => {
    const { library } = system();
    const { volumeId } = await library.newVolume(await library.signIn('librarian'), 2);
    const member = await library.register();
    await library.settled();
    const { status, body } = await library.borrow(member, volumeId);
    expect(status).toBe(201);
    await library.settled();
    return { member, volumeId, loanId: String(body.loanId) };
  };
  const seen = async ({ member, volumeId }: Awaited<ReturnType<typeof borrowed>>) => {
    const { library } = system();
    const ranking = (await library.call('GET /api/rankings/volumes?period=all-time&limit=100')).body;
    return {
      availability: (await library.call(`GET /api/volumes/${volumeId}/availability`)).body,
      records: (await library.call('GET /api/me/records', member)).body.items,
      borrowCount: ranking.items.find((item: { volumeId: string }) => item.volumeId === volumeId)?.borrowCount,
      mails: (await library.mailsTo(member)).map(({ kind }) => kind).toSorted(),
      unread: (await library.call('GET /api/me/notifications', member)).body.unreadCount,
    };
  };

  it('says which brokers it uses', async () => {
    const { library, kafka } = system();
    expect((await library.call('GET /_local')).body).toMatchObject({ ready: true, kafka: { brokers: kafka.brokers } });
  });

  it('lends a volume: availability, records, ranking, inbox and mail follow, and the return too', async () => {
    const { library } = system();
    const loan = await borrowed();
    expect(await seen(loan)).toMatchObject({
      availability: { copies: 2, available: 1, onLoan: 1 },
      records: [{ loanId: loan.loanId, returnedOn: null }],
      borrowCount: 1,
      mails: ['borrowed', 'welcome'],
      unread: 2,
    });
    expect((await library.call(`POST /api/loans/${loan.loanId}/return`, loan.member)).status).toBe(200);
    await library.settled();
    expect(await seen(loan)).toMatchObject({
      availability: { available: 2, onLoan: 0 },
      records: [{ loanId: loan.loanId, returnedOn: expect.any(String) }],
      mails: ['borrowed', 'returned', 'welcome'],
    });
  });

  it('has topics that several can share, and groups that stand at their ends', async () => {
    const { lags, partitions } = await standingOf(system().kafka.brokers);
    const ours = Object.entries(partitions).filter(([topic]) => topic.startsWith('bunko.'));
    expect(ours.length).toBeGreaterThanOrEqual(categories.length - 1);
    for (const [topic, count] of ours) expect(count, topic).toBeGreaterThanOrEqual(4);
    for (const listener of ['availability', 'loan-sheet', 'records', 'ranking', 'notices'])
      expect(Object.keys(lags), listener).toContainEqual(expect.stringMatching(`^bunko-local-${listener}-`));
    expect(Object.entries(lags).filter(([, lag]) => lag !== 0)).toEqual([]);
  });

  it('sets a poison record aside for every consumer of it, and goes on with its key', async () => {
    const { library, running, kafka } = system();
    const loan = await borrowed();
    const producer = new Kafka({ brokers: kafka.brokers, logLevel: logLevel.NOTHING }).producer();
    await producer.connect();
    const key = `main#loan#${loan.loanId}`;
    await producer.send({
      topic: 'bunko.loan',
      messages: [
        { key, value: 'no JSON at all' },
        { key, value: '{}', headers: { ce_type: 'lending.loan-opened', ce_id: 'poison' } },
        { key: null, value: null },
      ],
    });
    await producer.disconnect();
    expect((await library.call(`POST /api/loans/${loan.loanId}/return`, loan.member)).status).toBe(200);
    await library.settled();

    expect(await seen(loan)).toMatchObject({
      availability: { available: 2, onLoan: 0 },
      records: [{ loanId: loan.loanId, returnedOn: expect.any(String) }],
      mails: ['borrowed', 'returned', 'welcome'],
    });
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const documents = DynamoDBDocumentClient.from(
      new DynamoDBClient({ endpoint: running.endpoint, region: 'ap-northeast-1', credentials }),
    );
    const { Items = [] } = await documents.send(new ScanCommand({ TableName: running.tables['dead-letters'] }));
    const ofLoans = Object.keys(subscriptions).filter((name) =>
      ['loan-sheet', 'records', 'ranking', 'notices'].includes(name),
    );
    expect(ofLoans).toHaveLength(4);
    for (const consumer of ofLoans)
      expect(Items.filter(({ pk, state }) => pk === consumer && state === 'dead')).toHaveLength(3);
  });
});
