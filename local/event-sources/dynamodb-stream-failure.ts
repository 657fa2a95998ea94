import type { GivenUp } from './dynamodb-stream-delivery.ts';
import type { StreamMapping } from './dynamodb-stream-mapping.ts';
import type { StreamRecord, StreamSlice } from './dynamodb-stream-reader.ts';

const arrivalOf = (record: StreamRecord | undefined): string =>
  new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1_000).toISOString();

/** The message to an on-failure destination, in AWS's form: it says where the records are, not what they hold. */
export const streamFailure = (mapping: StreamMapping, { shardId, records }: StreamSlice, given: GivenUp) => {
  const [first] = records;
  const last = records.at(-1);
  return {
    requestContext: {
      requestId: given.requestId,
      functionArn: mapping.functionArn,
      condition: given.condition,
      approximateInvokeCount: given.attempts,
    },
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      functionError: given.result && !given.result.ok ? 'Unhandled' : null,
    },
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: first?.dynamodb.SequenceNumber,
      endSequenceNumber: last?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrivalOf(first),
      approximateArrivalOfLastRecord: arrivalOf(last),
      batchSize: records.length,
      streamArn: mapping.streamArn,
    },
  };
};
