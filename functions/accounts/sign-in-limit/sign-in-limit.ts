import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

/** Failed sign-ins of one account, known or unknown, in one window; the next is refused until the window has passed. */
export const MOST_FAILURES = 10;
export const WINDOW_SECONDS = 15 * 60;

/** Counts failed sign-ins by address. */
export interface SignInLimit {
  /** Seconds to wait before this address may try again; 0 when it may. */
  waitFor(addressKey: string, now: Date): Promise<number>;
  failed(addressKey: string, now: Date): Promise<void>;
  succeeded(addressKey: string): Promise<void>;
}

const Counter = z.object({ failures: z.number(), since: z.number() });
const keyOf = (addressKey: string) => ({ pk: `sign-in#${addressKey}`, sk: 'failures' });
const secondsOf = (now: Date) => Math.floor(now.getTime() / 1000);

/** The counter in a DynamoDB table: one item per address, which forgets itself. */
export const dynamoSignInLimit = (client: DynamoDBDocumentClient, table: string): SignInLimit => {
  const counterOf = async (addressKey: string) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: keyOf(addressKey), ConsistentRead: true }),
    );
    return Item ? Counter.parse(Item) : { failures: 0, since: 0 };
  };
  return {
    async waitFor(addressKey, now) {
      const { failures, since } = await counterOf(addressKey);
      const left = since + WINDOW_SECONDS - secondsOf(now);
      return failures >= MOST_FAILURES ? Math.max(0, left) : 0;
    },
    async failed(addressKey, now) {
      const { since } = await counterOf(addressKey);
      const isOver = since + WINDOW_SECONDS <= secondsOf(now);
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: keyOf(addressKey),
          UpdateExpression: isOver
            ? 'SET failures = :one, since = :now, expiresAt = :end'
            : 'SET since = if_not_exists(since, :now), expiresAt = :end ADD failures :one',
          ExpressionAttributeValues: {
            ':one': 1,
            ':now': secondsOf(now),
            ':end': secondsOf(now) + 2 * WINDOW_SECONDS,
          },
        }),
      );
    },
    async succeeded(addressKey) {
      await client.send(new DeleteCommand({ TableName: table, Key: keyOf(addressKey) }));
    },
  };
};
