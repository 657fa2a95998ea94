import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { v7 as uuid } from 'uuid';
import * as z from 'zod';
import { MemberId } from '../../../events/ids.ts';
import { type Sessions, sessionEnd } from './port.ts';
import { newSecret, refreshTokenIn } from './refresh-token.ts';

/** A family of before this was kept has begun at no known time, which is before any. */
const Family = z.object({ memberId: MemberId, current: z.string(), begunAt: z.coerce.date().default(new Date(0)) });
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
      const item = {
        ...keyOf(family),
        memberId,
        current: hash,
        begunAt: now.toISOString(),
        expiresAt: secondsOf(expiresAt),
      };
      await client.send(new PutCommand({ TableName: table, Item: item }));
      return { token: `${family}.${secret}`, memberId, begunAt: now, expiresAt };
    },
    async rotate(token, now) {
      const sent = refreshTokenIn(token);
      if (!sent) return undefined;
      const { secret, hash } = newSecret();
      const update = replacement(table, sent.family, { from: sent.hash, to: hash }, now);
      const family = await familyAfter(client.send(update));
      if (family?.current === hash) {
        const { memberId, begunAt } = family;
        return { token: `${sent.family}.${secret}`, memberId, begunAt, expiresAt: sessionEnd(now) };
      }
      // Not the current token: it was stolen, or its thief was quicker. Either way nobody keeps this session.
      await drop(sent.family);
      return undefined;
    },
    async end(token) {
      const sent = refreshTokenIn(token);
      if (sent) await drop(sent.family);
    },
  };
};

const replacement = (table: string, family: string, { from, to }: { from: string; to: string }, now: Date) =>
  new UpdateCommand({
    TableName: table,
    Key: keyOf(family),
    UpdateExpression: 'SET #current = :next, expiresAt = :until',
    ConditionExpression: '#current = :sent AND expiresAt > :now',
    ExpressionAttributeNames: { '#current': 'current' },
    ExpressionAttributeValues: {
      ':next': to,
      ':sent': from,
      ':until': secondsOf(sessionEnd(now)),
      ':now': secondsOf(now),
    },
    ReturnValues: 'ALL_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });

/**
 * The family as it is now, whether this update changed it or not. After a lost answer the SDK sends the update again
 * and is refused, because the first one was done: the family then holds the new token all the same.
 */
const familyAfter = async (update: Promise<{ Attributes?: Record<string, unknown> | undefined }>) => {
  try {
    return Family.parse((await update).Attributes);
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return error.Item && Family.parse(unmarshall(error.Item));
  }
};
