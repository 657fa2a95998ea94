import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { startEngine } from '../../local/aws/dynamodb-engine.ts';
import { jsonLog } from '../../local/log.ts';

interface TableShape {
  name: string;
  sort?: 'S' | 'N';
  indexes?: readonly { name: string; partition: string; sort: string }[];
}

/** A real DynamoDB engine for the tests of one file, with these tables. */
export const withEngine = (tables: readonly TableShape[]) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'bunko-engine-'));
  let stop = async () => {};
  let documents: DynamoDBDocumentClient | undefined;
  beforeAll(async () => {
    const engine = await startEngine({ dataDir, log: jsonLog({ quiet: true }), endpoint: undefined });
    stop = () => engine.stop();
    const client = new DynamoDBClient({
      endpoint: engine.endpoint,
      region: 'ap-northeast-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    for (const table of tables) await client.send(creation(table));
    documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  });
  afterAll(async () => {
    documents?.destroy();
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return (): DynamoDBDocumentClient => {
    if (!documents) throw new Error('the engine is not up yet');
    return documents;
  };
};

const creation = ({ name, sort, indexes = [] }: TableShape) =>
  new CreateTableCommand({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      ...(sort ? [{ AttributeName: 'sk', KeyType: 'RANGE' as const }] : []),
    ],
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      ...(sort ? [{ AttributeName: 'sk', AttributeType: sort }] : []),
      ...[...new Set(indexes.flatMap((index) => [index.partition, index.sort]))].map((attribute) => ({
        AttributeName: attribute,
        AttributeType: 'S' as const,
      })),
    ],
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: [
          { AttributeName: index.partition, KeyType: 'HASH' as const },
          { AttributeName: index.sort, KeyType: 'RANGE' as const },
        ],
        Projection: { ProjectionType: 'ALL' as const },
      })),
    }),
  });
