import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { KeyBook } from './port.ts';

const KEY = { pk: 'signing-keys', sk: 'book' };
const Entry = z.object({ keyId: z.string(), signsFrom: z.number() });
const Book = z.object({ timeline: z.tuple([Entry], Entry), version: z.number() });

/** The book as one item of a DynamoDB table. */
export const dynamoKeyBook = (client: DynamoDBDocumentClient, table: string, keyOfTheStack: string): KeyBook => ({
  async read() {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: KEY, ConsistentRead: true }));
    return Item ? Book.parse(Item) : { timeline: [{ keyId: keyOfTheStack, signsFrom: 0 }], version: 0 };
  },
  async replace(timeline, versionRead) {
    const put = new PutCommand({
      TableName: table,
      Item: { ...KEY, timeline, version: versionRead + 1 },
      ConditionExpression: versionRead === 0 ? 'attribute_not_exists(pk)' : '#version = :read',
      ...(versionRead > 0 && {
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': versionRead },
      }),
    });
    try {
      await client.send(put);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
