import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { ATTEMPT_SECONDS, type Attempts } from './port.ts';

const Kept = z.object({ returnTo: z.string() });
const secondsOf = (instant: Date) => Math.floor(instant.getTime() / 1000);
const keyOf = (state: string) => ({
  pk: `sign-in-with#${createHash('sha256').update(state).digest('base64url')}`,
  sk: 'attempt',
});

/** Attempts in a DynamoDB table: whoever removes the item has taken it. */
export const dynamoAttempts = (client: DynamoDBDocumentClient, table: string): Attempts => ({
  async begin(state, attempt, now) {
    const item = { ...keyOf(state), ...attempt, expiresAt: secondsOf(now) + ATTEMPT_SECONDS };
    await client.send(new PutCommand({ TableName: table, Item: item }));
  },
  async take(state, { provider, browser }, now) {
    const deletion = new DeleteCommand({
      TableName: table,
      Key: keyOf(state),
      ConditionExpression: 'provider = :provider AND browser = :browser AND expiresAt > :now',
      ExpressionAttributeValues: { ':provider': provider, ':browser': browser, ':now': secondsOf(now) },
      ReturnValues: 'ALL_OLD',
    });
    try {
      return Kept.parse((await client.send(deletion)).Attributes).returnTo;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  },
});
