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

const State = z.object({ state: z.enum(['sending', 'sent']) });

/** Far longer than any record may wait in a topic or a queue: until then a repeat finds that its mail was sent. */
const KEPT_FOR_MS = 400 * 86_400_000;
const expiryOf = (now: number) => Math.floor((now + KEPT_FOR_MS) / 1000);

/** Mail records in a DynamoDB table: one item per mail, `sending` with a lease and then `sent`. */
export const dynamoMailRecords = (client: DynamoDBDocumentClient, table: string): MailRecords => ({
  async begin(key, now): Promise<Turn> {
    const until = now + LEASE_MS;
    const taken = await unlessRefused(
      client.send(
        new PutCommand({
          TableName: table,
          Item: { pk: key, state: 'sending', leaseUntil: until, expiresAt: expiryOf(now) },
          ConditionExpression: 'attribute_not_exists(pk) OR (#state = :sending AND leaseUntil <= :now)',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':sending': 'sending', ':now': now },
        }),
      ),
    );
    if (taken) return { turn: 'ours', until };
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: { pk: key }, ConsistentRead: true }));
    return { turn: State.safeParse(Item).data?.state === 'sent' ? 'sent' : 'unknown' };
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
