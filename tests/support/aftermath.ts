import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { Kafka, logLevel } from 'kafkajs';
import { expect } from 'vitest';
import * as z from 'zod';
import type { Account } from './ledger.ts';
import type { Library } from './library.ts';

/** Where a running system can be looked into from outside. */
export interface Insight {
  endpoint: string;
  brokers: readonly string[];
}

const settings = ({ endpoint }: Insight) => ({
  endpoint,
  region: 'ap-northeast-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});

const rowsOf = async (insight: Insight, table: string): Promise<unknown[]> => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(settings(insight)));
  const rows: unknown[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table })) rows.push(...Items);
  client.destroy();
  return rows;
};

const Commit = z.object({ pk: z.string(), sk: z.number(), v: z.number(), c: z.string(), t: z.array(z.string()) });

/** Every stream goes from 1 without a gap; answers the commits. */
export const expectContiguousStreams = async (insight: Insight) => {
  const commits = (await rowsOf(insight, 'bunko-local-events')).map((row) => Commit.parse(row));
  for (const [stream, unsorted] of Map.groupBy(commits, ({ pk }) => pk)) {
    const ofStream = unsorted.toSorted((a, b) => a.sk - b.sk);
    const starts = [1, ...ofStream.map(({ v }) => v + 1)].slice(0, -1);
    expect(
      ofStream.map(({ sk }) => sk),
      `versions of ${stream}`,
    ).toEqual(starts);
    expect(new Set(ofStream.map(({ c }) => c)).size, `commands of ${stream}`).toBe(ofStream.length);
  }
  return commits;
};

const Letter = z.looseObject({ state: z.string() });

/** Nothing was set aside for a person, and no queue holds anything. */
export const expectNothingLeftBehind = async (insight: Insight): Promise<void> => {
  const letters = (await rowsOf(insight, 'bunko-local-dead-letters')).map((row) => Letter.parse(row));
  expect(letters.filter(({ state }) => state === 'dead')).toEqual([]);
  const sqs = new SQSClient(settings(insight));
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand());
  for (const QueueUrl of QueueUrls) {
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    const left = Object.entries(Attributes ?? {}).filter(
      ([name, value]) => name.startsWith('ApproximateNumberOfMessages') && value !== '0',
    );
    expect(left, QueueUrl).toEqual([]);
  }
  sqs.destroy();
};

/** Every consumer group has read to the end of its topics. */
export const expectGroupsAtTheEnd = async ({ brokers }: Insight): Promise<void> => {
  const admin = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const { groups } = await admin.listGroups();
  expect(groups.length).toBeGreaterThan(0);
  for (const { groupId } of groups) {
    for (const { topic, partitions } of await admin.fetchOffsets({ groupId })) {
      const ends = new Map((await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, high]));
      for (const { partition, offset } of partitions)
        expect(offset === '-1' ? '0' : offset, `${groupId} in ${topic}-${partition}`).toBe(ends.get(partition));
    }
  }
  await admin.disconnect();
};

const Records = z.array(
  z.object({
    loanId: z.string(),
    returnedOn: z.string().nullable(),
    items: z.array(z.object({ volumeId: z.string() })),
  }),
);

/** What one member sees; every acknowledged loan is there once, and whatever is there has had all its effects once. */
const expectWhole = async (library: Library, account: Account) => {
  const { member, open, returned, borrowsGivenUp, returnsGivenUp } = account;
  const { body } = await library.call('GET /api/me/records?limit=100', member);
  expect(body.nextCursor, 'all records on one page').toBeNull();
  const records = Records.parse(body.items);
  const loans = records.map(({ loanId }) => loanId);
  expect(new Set(loans).size).toBe(loans.length);
  const acknowledged = [...returned, ...open.map(({ loanId }) => loanId)];
  expect(loans).toEqual(expect.arrayContaining(acknowledged));
  expect(loans.length).toBeLessThanOrEqual(acknowledged.length + borrowsGivenUp + returnsGivenUp);

  const isBack = new Map(records.map(({ loanId, returnedOn }) => [loanId, returnedOn !== null]));
  expect(
    returned.filter((loanId) => !isBack.get(loanId)),
    'acknowledged returns',
  ).toEqual([]);
  expect(
    open.filter(({ loanId }) => isBack.get(loanId)),
    'loans not brought back',
  ).toEqual([]);
  for (const [loanId, back] of isBack) {
    const { status } = (await library.call(`GET /api/loans/${loanId}`, member)).body;
    expect(status).toBe(back ? 'returned' : 'open');
  }
  const kinds = (await library.mailsTo(member)).map(({ kind }) => kind);
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  const back = records.filter(({ returnedOn }) => returnedOn !== null).length;
  expect({ welcome: count('welcome'), borrowed: count('borrowed'), returned: count('returned') }, member.email).toEqual(
    {
      welcome: 1,
      borrowed: loans.length,
      returned: back,
    },
  );
  return records;
};

/** Store, records, mails, ranking and availability tell the same story, and it holds all that was acknowledged. */
export const expectExactlyOnce = async (
  library: Library,
  insight: Insight,
  accounts: readonly Account[],
  volumes: readonly { volumeId: string; copies: number }[],
): Promise<void> => {
  const commits = await expectContiguousStreams(insight);
  const records = [];
  for (const account of accounts) records.push(...(await expectWhole(library, account)));
  const opened = commits.filter(({ t }) => t.includes('lending.loan-opened')).map(({ pk }) => pk.split('#').at(-1));
  expect(opened.toSorted()).toEqual(records.map(({ loanId }) => loanId).toSorted());

  const { items } = (await library.call('GET /api/rankings/volumes?period=all-time&limit=100')).body;
  const ranked = new Map(
    z
      .array(z.object({ volumeId: z.string(), borrowCount: z.number() }))
      .parse(items)
      .map((item) => [item.volumeId, item.borrowCount]),
  );
  for (const { volumeId, copies } of volumes) {
    const ofVolume = records.filter((record) => record.items.some((item) => item.volumeId === volumeId));
    const onLoan = ofVolume.filter(({ returnedOn }) => returnedOn === null).length;
    expect(ranked.get(volumeId) ?? 0, `borrowings of ${volumeId}`).toBe(ofVolume.length);
    expect((await library.call(`GET /api/volumes/${volumeId}/availability`)).body).toMatchObject({
      copies,
      onLoan,
      available: copies - onLoan,
    });
  }
};
