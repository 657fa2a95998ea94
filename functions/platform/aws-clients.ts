import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/**
 * Without `info` the SDK does not prepare a log line for every call, which it would throw away; its errors are thrown, and
 * a lost race is none.
 */
const WARNINGS_ONLY = {
  trace: () => {},
  debug: () => {},
  warn: console.warn,
  error: () => {},
} as NonNullable<DynamoDBClientConfig['logger']>;

/** One client per function instance; the endpoint comes from the environment (`AWS_ENDPOINT_URL`), never from code. */
export const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ logger: WARNINGS_ONLY }), {
  marshallOptions: { removeUndefinedValues: true },
});
