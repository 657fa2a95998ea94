import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';

/** Failed sign-ins of one account, known or unknown, in one window; the next is refused until the window has passed. */
export const MOST_FAILURES = 10;
export const WINDOW_SECONDS = 15 * 60;

/** Counts failed sign-ins by address. Each answer is the seconds to wait before the next try; 0 when there is no need. */
export interface SignInLimit {
  waitFor(addressKey: string, now: Date): Promise<number>;
  /** One more failure; a wait when the limit had been reached while the password was being checked. */
  failed(addressKey: string, now: Date): Promise<number>;
  /** Forgets the failures, unless the limit had been reached meanwhile: many guesses at once are no way round it. */
  succeeded(addressKey: string, now: Date): Promise<number>;
}

const Counter = z.object({ failures: z.number(), since: z.number() });
type Counter = z.infer<typeof Counter>;

const keyOf = (addressKey: string) => ({ pk: `sign-in#${addressKey}`, sk: 'failures' });
const secondsOf = (now: Date) => Math.floor(now.getTime() / 1000);
const left = ({ since }: Counter, now: Date) => Math.max(0, since + WINDOW_SECONDS - secondsOf(now));

/** The counter in a DynamoDB table: one item per address, which forgets itself. */
export const dynamoSignInLimit = (client: DynamoDBDocumentClient, table: string): SignInLimit => {
  const count = async (addressKey: string, now: Date, change: Change): Promise<Counter | undefined> => {
    const update = { TableName: table, Key: keyOf(addressKey), ReturnValues: 'ALL_NEW' as const, ...change(now) };
    const updated = await unlessRefused(client.send(new UpdateCommand(update)));
    return 'refused' in updated ? undefined : Counter.parse(updated.done.Attributes);
  };
  const counted = async (addressKey: string, now: Date): Promise<Counter> =>
    (await count(addressKey, now, oneMore)) ?? (await count(addressKey, now, theFirst)) ?? counted(addressKey, now);

  return {
    async waitFor(addressKey, now) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keyOf(addressKey), ConsistentRead: true }),
      );
      const counter = Item && Counter.parse(Item);
      return counter && counter.failures >= MOST_FAILURES ? left(counter, now) : 0;
    },
    async failed(addressKey, now) {
      const counter = await counted(addressKey, now);
      return counter.failures > MOST_FAILURES ? left(counter, now) : 0;
    },
    async succeeded(addressKey, now) {
      const deletion = new DeleteCommand({
        TableName: table,
        Key: keyOf(addressKey),
        ConditionExpression: 'attribute_not_exists(pk) OR failures < :most OR since <= :over',
        ExpressionAttributeValues: { ':most': MOST_FAILURES, ':over': secondsOf(now) - WINDOW_SECONDS },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      const deleted = await unlessRefused(client.send(deletion));
      return 'refused' in deleted ? left(Counter.parse(unmarshall(deleted.refused ?? {})), now) : 0;
    },
  };
};

type Change = (now: Date) => Omit<UpdateCommandInput, 'TableName' | 'Key'>;

/** The item outlives its window, so that a late deletion never matters. */
const forgotten = (now: Date) => secondsOf(now) + 2 * WINDOW_SECONDS;

/** Another failure in a window that is open. */
const oneMore: Change = (now) => ({
  UpdateExpression: 'SET expiresAt = :end ADD failures :one',
  ConditionExpression: 'since > :over',
  ExpressionAttributeValues: { ':one': 1, ':over': secondsOf(now) - WINDOW_SECONDS, ':end': forgotten(now) },
});

/** The first failure of a window. */
const theFirst: Change = (now) => ({
  UpdateExpression: 'SET failures = :one, since = :now, expiresAt = :end',
  ConditionExpression: 'attribute_not_exists(pk) OR since <= :over',
  ExpressionAttributeValues: {
    ':one': 1,
    ':now': secondsOf(now),
    ':over': secondsOf(now) - WINDOW_SECONDS,
    ':end': forgotten(now),
  },
});

/** What was written, or what stood in the way. */
const unlessRefused = async <T>(
  write: Promise<T>,
): Promise<{ done: T } | { refused: ConditionalCheckFailedException['Item'] }> => {
  try {
    return { done: await write };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { refused: error.Item };
  }
};
