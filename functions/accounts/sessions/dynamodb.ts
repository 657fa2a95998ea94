import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { v7 as uuid } from 'uuid';
import * as z from 'zod';
import { MemberId } from '../../../events/ids.ts';
import { type Sessions, sessionEnd } from './port.ts';
import { newSecret, refreshTokenIn } from './refresh-token.ts';

const Family = z.object({ memberId: MemberId });
const keyOf = (family: string) => ({ pk: `family#${family}`, sk: 'family' });
const secondsOf = (instant: Date) => Math.floor(instant.getTime() / 1000);

/** Sessions in a DynamoDB table: one item per family, replaced by one conditional update. */
export const dynamoSessions = (client: DynamoDBDocumentClient, table: string): Sessions => {
  const drop = (family: string) => client.send(new DeleteCommand({ TableName: table, Key: keyOf(family) }));
  return {
    async begin(memberId, now) {
      const family = uuid();
      const { secret, hash } = newSecret();
      const expiresAt = sessionEnd(now);
      const item = { ...keyOf(family), memberId, current: hash, expiresAt: secondsOf(expiresAt) };
      await client.send(new PutCommand({ TableName: table, Item: item }));
      return { token: `${family}.${secret}`, memberId, expiresAt };
    },
    async rotate(token, now) {
      const sent = refreshTokenIn(token);
      if (!sent) return undefined;
      const { secret, hash } = newSecret();
      const expiresAt = sessionEnd(now);
      try {
        const { Attributes } = await client.send(
          new UpdateCommand({
            TableName: table,
            Key: keyOf(sent.family),
            UpdateExpression: 'SET #current = :next, expiresAt = :until',
            ConditionExpression: '#current = :sent AND expiresAt > :now',
            ExpressionAttributeNames: { '#current': 'current' },
            ExpressionAttributeValues: {
              ':next': hash,
              ':sent': sent.hash,
              ':until': secondsOf(expiresAt),
              ':now': secondsOf(now),
            },
            ReturnValues: 'ALL_NEW',
          }),
        );
        return { token: `${sent.family}.${secret}`, memberId: Family.parse(Attributes).memberId, expiresAt };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        // Not the current token: it was stolen, or its thief was quicker. Either way nobody keeps this session.
        await drop(sent.family);
        return undefined;
      }
    },
    async end(token) {
      const sent = refreshTokenIn(token);
      if (sent) await drop(sent.family);
    },
  };
};
