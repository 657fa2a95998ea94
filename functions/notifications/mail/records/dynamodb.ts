import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { LEASE_MS, type MailRecords, type Turn } from './port.ts';

const MailRecord = z.discriminatedUnion('state', [
  z.object({ state: z.literal('sending'), leaseUntil: z.number(), taker: z.string().optional() }),
  z.object({ state: z.literal('sent') }),
]);

/** Far longer than any record may wait in a topic or a queue: until then a repeat finds that its mail was sent. */
const KEPT_FOR_MS = 400 * 86_400_000;
const expiryOf = (now: number) => Math.floor((now + KEPT_FOR_MS) / 1000);

/** Mail records in a DynamoDB table: one item per mail, `sending` with a lease and then `sent`. */
export const dynamoMailRecords = (client: DynamoDBDocumentClient, table: string): MailRecords => ({
  async begin(key, now, taker): Promise<Turn> {
    const until = now + LEASE_MS;
    const item = { pk: key, state: 'sending', leaseUntil: until, taker, expiresAt: expiryOf(now) };
    const put = new PutCommand({
      TableName: table,
      Item: item,
      ConditionExpression: 'attribute_not_exists(pk) OR (#state = :sending AND leaseUntil <= :now)',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':sending': 'sending', ':now': now },
    });
    if (await unlessRefused(client.send(put))) return { turn: 'ours', until };
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: { pk: key }, ConsistentRead: true }));
    const found = MailRecord.safeParse(Item).data;
    if (found?.state === 'sent') return { turn: 'sent' };
    return found?.taker === taker ? { turn: 'ours', until: found.leaseUntil } : { turn: 'unknown' };
  },

  async sent(key, now) {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: { pk: key },
        UpdateExpression: 'SET #state = :sent, sentAt = if_not_exists(sentAt, :now), expiresAt = :expiry',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':sent': 'sent', ':now': now, ':expiry': expiryOf(now) },
      }),
    );
  },

  async giveBack(key, until) {
    await unlessRefused(
      client.send(
        new DeleteCommand({
          TableName: table,
          Key: { pk: key },
          ConditionExpression: '#state = :sending AND leaseUntil = :until',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':sending': 'sending', ':until': until },
        }),
      ),
    );
  },
});

/** False when the condition did not hold. */
const unlessRefused = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};
