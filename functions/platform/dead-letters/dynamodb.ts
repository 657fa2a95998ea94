import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { DeadLetter, DeadLetterBox, DeadLetters, FailedRecord, LetterKey } from './port.ts';

/** The index of those set aside, in the order in which they were. */
export const SET_ASIDE = 'set-aside';
const LISTED = 'yes';
/** A record that was taken after some failures is forgotten by itself. */
const COUNTED_FOR_SECONDS = 2 * 86_400;

const Counted = z.object({ deliveries: z.set(z.string()) });
const LetterItem = z.object({
  pk: z.string(),
  sk: z.string(),
  origin: z.string(),
  reason: z.string(),
  payload: z.string(),
  /** Absent while it is sent again. */
  deliveries: z.set(z.string()).default(new Set()),
  firstFailedAt: z.string(),
  lastFailedAt: z.string(),
  listedAt: z.string(),
});

const keyOf = ({ consumer, recordId }: LetterKey) => ({ pk: consumer, sk: recordId });
const letterOf = (item: unknown): DeadLetter & { listedAt: string } => {
  const { pk, sk, payload, lastFailedAt, deliveries, ...rest } = LetterItem.parse(item);
  const attempts = deliveries.size;
  return { ...rest, consumer: pk, recordId: sk, payload: JSON.parse(payload), at: lastFailedAt, attempts };
};

/** Dead letters in one table for all consumers: `pk` is the consumer, `sk` the record. For consumers. */
export const dynamoDeadLetters = (client: DynamoDBDocumentClient, table: string): DeadLetters => {
  const note = async (record: FailedRecord, change: string, values: Record<string, unknown>) => {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: table,
        Key: keyOf(record),
        UpdateExpression: `SET origin = :origin, reason = :reason, payload = :payload, lastFailedAt = :at, firstFailedAt = if_not_exists(firstFailedAt, :at), ${change} ADD deliveries :delivery`,
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':origin': record.origin,
          ':reason': record.reason,
          ':payload': JSON.stringify(record.payload),
          ':at': record.at,
          ':delivery': new Set([record.delivery]),
          ...values,
        },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return Counted.parse(Attributes).deliveries.size;
  };
  return {
    failed: (record) =>
      note(record, '#state = if_not_exists(#state, :retrying), expiresAt = if_not_exists(expiresAt, :end)', {
        ':retrying': 'retrying',
        ':end': Math.floor(Date.parse(record.at) / 1000) + COUNTED_FOR_SECONDS,
      }),
    quarantine: async (record) => {
      const change = '#state = :dead, listed = :listed, listedAt = if_not_exists(listedAt, :at), expiresAt = :never';
      await note(record, change, { ':dead': 'dead', ':listed': LISTED, ':never': null });
    },
  };
};

/** The same table for people. */
export const dynamoDeadLetterBox = (client: DynamoDBDocumentClient, table: string): DeadLetterBox => ({
  async list({ consumer, limit, after }) {
    const letters: (DeadLetter & { listedAt: string })[] = [];
    let from: Record<string, unknown> | undefined = after && indexKeyOf(after);
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: SET_ASIDE,
          KeyConditionExpression: 'listed = :listed',
          ExpressionAttributeValues: { ':listed': LISTED, ...(consumer !== undefined && { ':consumer': consumer }) },
          ...(consumer !== undefined && { FilterExpression: 'pk = :consumer' }),
          Limit: limit + 1,
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      letters.push(...(page.Items ?? []).map(letterOf));
      from = page.LastEvaluatedKey;
    } while (from && letters.length <= limit);
    const shown = letters.slice(0, limit);
    const last = shown.at(-1);
    return { letters: shown, ...(letters.length > limit && last && { next: last }) };
  },
  async find(key) {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }));
    return Item?.listed === LISTED ? letterOf(Item) : undefined;
  },
  take: (key) => {
    const values = { ':redriving': 'redriving', ':listed': LISTED };
    return whereListed(client, table, key, 'SET #state = :redriving REMOVE deliveries', values);
  },
  async taken(key) {
    const deletion = new DeleteCommand({
      TableName: table,
      Key: keyOf(key),
      ConditionExpression: '#state = :redriving',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':redriving': 'redriving' },
    });
    await client.send(deletion).catch(unlessRefused);
  },
  async refused(key, at) {
    const values = { ':dead': 'dead', ':at': at, ':listed': LISTED };
    await whereListed(client, table, key, 'SET #state = :dead, lastFailedAt = :at', values);
  },
  async remove(key) {
    const deletion = new DeleteCommand({
      TableName: table,
      Key: keyOf(key),
      ConditionExpression: 'listed = :listed',
      ExpressionAttributeValues: { ':listed': LISTED },
    });
    return (await client.send(deletion).catch(unlessRefused)) !== undefined;
  },
});

const indexKeyOf = ({ listedAt, ...key }: LetterKey & { listedAt: string }) => ({
  ...keyOf(key),
  listed: LISTED,
  listedAt,
});

const whereListed = async (
  client: DynamoDBDocumentClient,
  table: string,
  key: LetterKey,
  change: string,
  values: Record<string, unknown>,
): Promise<DeadLetter | undefined> => {
  const update = new UpdateCommand({
    TableName: table,
    Key: keyOf(key),
    UpdateExpression: change,
    ConditionExpression: 'listed = :listed',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: values,
    ReturnValues: 'ALL_NEW',
  });
  const updated = await client.send(update).catch(unlessRefused);
  return updated && letterOf(updated.Attributes);
};

const unlessRefused = (error: unknown): undefined => {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
  return undefined;
};
