import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { DeadLetters, FailedRecord } from './port.ts';

const Counted = z.object({ attempts: z.number() });

/** Dead letters in one table for all consumers: `pk` is the consumer, `sk` the record. */
export const dynamoDeadLetters = (client: DynamoDBDocumentClient, table: string): DeadLetters => {
  const note = async (record: FailedRecord, state: 'retrying' | 'dead') => {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: table,
        Key: { pk: record.consumer, sk: record.recordId },
        UpdateExpression:
          'SET #state = :state, origin = :origin, reason = :reason, payload = :payload, lastFailedAt = :at, firstFailedAt = if_not_exists(firstFailedAt, :at) ADD attempts :one',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':state': state,
          ':origin': record.origin,
          ':reason': record.reason,
          ':payload': JSON.stringify(record.payload),
          ':at': record.at,
          ':one': 1,
        },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return Counted.parse(Attributes).attempts;
  };
  return {
    failed: (record) => note(record, 'retrying'),
    quarantine: async (record) => void (await note(record, 'dead')),
  };
};
