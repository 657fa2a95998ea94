import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { OrderId } from '../../../events/ids.ts';
import { TransientFault } from '../outside-fault.ts';
import type { Book, Rule } from './port.ts';

const MOST_TURNS = 8;

/** A book in a DynamoDB table: each line is put back only where nobody else changed it. */
export const dynamoBook = <Line>(
  client: DynamoDBDocumentClient,
  table: string,
  lineShape: z.ZodType<Line>,
): Book<Line> => {
  const Item = z.object({ revision: z.number(), line: lineShape }).optional();
  const found = async (orderId: OrderId) => {
    const key = { TableName: table, Key: { pk: orderId }, ConsistentRead: true };
    return Item.parse((await client.send(new GetCommand(key))).Item);
  };
  const tryTurn = async <Answer>(orderId: OrderId, rule: Rule<Line, Answer>) => {
    const seen = await found(orderId);
    const turn = rule(seen?.line);
    if (turn.line === undefined) return turn;
    const revision = seen?.revision ?? 0;
    const put = new PutCommand({
      TableName: table,
      Item: { pk: orderId, revision: revision + 1, line: turn.line },
      ConditionExpression: 'attribute_not_exists(pk) OR revision = :seen',
      ExpressionAttributeValues: { ':seen': revision },
    });
    return (await unlessRefused(client.send(put))) ? turn : undefined;
  };
  return {
    read: async (orderId) => (await found(orderId))?.line,
    async turn(orderId, rule) {
      for (let attempt = 0; attempt < MOST_TURNS; attempt++) {
        const done = await tryTurn(orderId, rule);
        if (done) return done.answer;
      }
      throw new TransientFault('too many at once for one order');
    },
  };
};

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
