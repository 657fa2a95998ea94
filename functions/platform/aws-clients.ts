import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Without `info` the SDK does not prepare a log line for every call, which it would throw away. */
const FAULTS_ONLY = {
  trace: () => {},
  debug: () => {},
  warn: console.warn,
  error: console.error,
} as NonNullable<DynamoDBClientConfig['logger']>;

/** One client per function instance; the endpoint comes from the environment (`AWS_ENDPOINT_URL`), never from code. */
export const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ logger: FAULTS_ONLY }), {
  marshallOptions: { removeUndefinedValues: true },
});
