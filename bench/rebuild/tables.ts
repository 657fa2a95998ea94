import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

const table = (name: string, sort?: 'S' | 'N') =>
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
    ],
  });

/** Two event tables, so that each rebuild scans its own history only, and the tables of the views. */
export const createBenchTables = async (client: DynamoDBDocumentClient): Promise<void> => {
  for (const events of ['events', 'loan-events']) await client.send(table(events, 'N'));
  for (const view of ['view-availability', 'view-loan-sheet']) await client.send(table(view, 'S'));
  for (const name of ['claims', 'projections']) await client.send(table(name));
};
