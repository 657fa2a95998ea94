import { setTimeout as pause } from 'node:timers/promises';
import { BatchWriteCommand, type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { MemberId } from '../../../events/ids.ts';

const Key = z.object({ pk: z.string(), sk: z.string() });
type Requests = { DeleteRequest: { Key: z.infer<typeof Key> } }[];

/** DynamoDB's limit for one batch. */
const AT_ONCE = 25;
const FIRST_PAUSE_MS = 20;

/** Removes every row of a member's inbox. */
export const emptyInbox = async (client: DynamoDBDocumentClient, table: string, memberId: MemberId): Promise<void> => {
  for (;;) {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :member',
        ExpressionAttributeValues: { ':member': memberId },
        ProjectionExpression: 'pk, sk',
        Limit: AT_ONCE,
      }),
    );
    if (Items.length === 0) return;
    await remove(
      client,
      table,
      Items.map((key) => ({ DeleteRequest: { Key: Key.parse(key) } })),
    );
  }
};

/** What DynamoDB had no capacity for is asked for again. */
const remove = async (client: DynamoDBDocumentClient, table: string, requests: Requests): Promise<void> => {
  let left: Requests | undefined = requests;
  for (let wait = FIRST_PAUSE_MS; left && left.length > 0; wait *= 2) {
    const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [table]: left } }));
    left = UnprocessedItems?.[table] as Requests | undefined;
    if (left) await pause(Math.random() * wait);
  }
};
