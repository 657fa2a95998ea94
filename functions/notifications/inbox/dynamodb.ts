import { setTimeout as pause } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandOutput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { MemberId } from '../../../events/ids.ts';
import { emptyInbox } from './empty-inbox.ts';
import { type Cause, type EntriesWanted, gaplessEnd, type Inbox, InboxEntry } from './port.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

const Counter = z.object({ unread: z.number().int() });
const Seen = z.object({ versions: z.set(z.number()) });

const entryKey = (memberId: string, notificationId: string) => ({ pk: memberId, sk: `entry#${notificationId}` });
const counterKey = (memberId: string) => ({ pk: memberId, sk: 'unread' });
const seenKey = (stream: string) => ({ pk: stream, sk: 'seen' });

/** Entries looked at in one read while unread ones are wanted, and marked in one transaction. */
const ENTRIES_AT_ONCE = 50;
const ATTEMPTS = 20;

/** Inboxes in a DynamoDB table: entries, the counter and the versions seen, changed together in transactions. */
export const dynamoInbox = (client: DynamoDBDocumentClient, table: string): Inbox => {
  const write = inTransactions(client);
  const unreadBy = (memberId: string, change: number): Write => ({
    Update: {
      TableName: table,
      Key: counterKey(memberId),
      UpdateExpression: 'ADD unread :change',
      ExpressionAttributeValues: { ':change': change },
    },
  });
  const sawOne = ({ stream, version }: Cause): Write => ({
    Update: {
      TableName: table,
      Key: seenKey(stream),
      UpdateExpression: 'ADD versions :version',
      ExpressionAttributeValues: { ':version': new Set([version]) },
    },
  });
  const readNow = (memberId: string, notificationId: string, at: Date): Write => ({
    Update: {
      TableName: table,
      Key: entryKey(memberId, notificationId),
      UpdateExpression: 'SET readAt = :at',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(readAt)',
      ExpressionAttributeValues: { ':at': at.toISOString() },
    },
  });
  const get = async (key: { pk: string; sk: string }) =>
    (await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item;
  const versionsOf = async (stream: string): Promise<ReadonlySet<number>> =>
    Seen.safeParse(await get(seenKey(stream))).data?.versions ?? new Set();
  const entries: Inbox['entries'] = (wanted) => entriesIn(client, table, wanted);
  const markOne = (memberId: MemberId, notificationId: string, at: Date) =>
    write([readNow(memberId, notificationId, at), unreadBy(memberId, -1)]);

  return {
    entries,
    async put({ notificationId, ...entry }, cause) {
      const key = entryKey(entry.memberId, notificationId);
      await write([
        {
          Put: {
            TableName: table,
            Item: { ...key, notificationId, ...entry },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        unreadBy(entry.memberId, 1),
        sawOne(cause),
      ]);
    },
    async pass(cause) {
      await write([sawOne(cause)]);
    },
    unreadCount: async (memberId) => Counter.safeParse(await get(counterKey(memberId))).data?.unread ?? 0,
    async markRead(memberId, notificationId, at) {
      if (await markOne(memberId, notificationId, at)) return true;
      return (await get(entryKey(memberId, notificationId))) !== undefined;
    },
    async markAllRead(memberId, at) {
      let after: string | undefined;
      do {
        const { items, more } = await entries({
          memberId,
          unreadOnly: true,
          limit: ENTRIES_AT_ONCE,
          ...(after !== undefined && { after }),
        });
        const ids = items.map(({ notificationId }) => notificationId);
        const marks = ids.map((id) => readNow(memberId, id, at));
        // Somebody marked one of them meanwhile: then each on its own, so that the counter stays exact.
        if (ids.length > 0 && !(await write([...marks, unreadBy(memberId, -ids.length)])))
          for (const id of ids) await markOne(memberId, id, at);
        after = more ? ids.at(-1) : undefined;
      } while (after !== undefined);
    },
    empty: (memberId) => emptyInbox(client, table, memberId),
    seen: async (stream) => gaplessEnd(await versionsOf(stream)),
    knows: async ({ stream, version }) => (await versionsOf(stream)).has(version),
  };
};

/** All or nothing; false when a condition did not hold. Tries again while another transaction crosses. */
const inTransactions =
  (client: DynamoDBDocumentClient) =>
  async (items: readonly Write[]): Promise<boolean> => {
    for (let attempt = 1; ; attempt++)
      try {
        await client.send(new TransactWriteCommand({ TransactItems: [...items] }));
        return true;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
        if (codes.includes('ConditionalCheckFailed')) return false;
        if (!codes.includes('TransactionConflict') || attempt === ATTEMPTS) throw error;
        await pause(Math.random() * Math.min(100, 2 ** (attempt + 2)));
      }
  };

const entriesIn = async (
  client: DynamoDBDocumentClient,
  table: string,
  { memberId, unreadOnly, limit, after }: EntriesWanted,
): Promise<{ items: readonly InboxEntry[]; more: boolean }> => {
  const items: InboxEntry[] = [];
  let from: Record<string, unknown> | undefined = after === undefined ? undefined : entryKey(memberId, after);
  do {
    const page: Pick<QueryCommandOutput, 'Items' | 'LastEvaluatedKey'> = await client.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :member AND begins_with(sk, :entry)',
        ...(unreadOnly && { FilterExpression: 'attribute_not_exists(readAt)' }),
        ExpressionAttributeValues: { ':member': memberId, ':entry': 'entry#' },
        ScanIndexForward: false,
        Limit: Math.max(limit + 1, ENTRIES_AT_ONCE),
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    items.push(...(page.Items ?? []).map((item) => InboxEntry.parse(item)));
    from = page.LastEvaluatedKey;
  } while (from && items.length <= limit);
  return { items: items.slice(0, limit), more: items.length > limit };
};
