import { CreateTableCommand, type DynamoDBClient, type KeySchemaElement } from '@aws-sdk/client-dynamodb';

const keys = (partition: string, sort?: string): KeySchemaElement[] => [
  { AttributeName: partition, KeyType: 'HASH' },
  ...(sort ? [{ AttributeName: sort, KeyType: 'RANGE' as const }] : []),
];

const table = (name: string, sort?: 'S' | 'N') =>
  new CreateTableCommand({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keys('pk', sort && 'sk'),
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      ...(sort ? [{ AttributeName: 'sk', AttributeType: sort }] : []),
    ],
  });

/** As castore's documentation asks for it. */
const castoreTable = new CreateTableCommand({
  TableName: 'castore',
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: keys('aggregateId', 'version'),
  AttributeDefinitions: [
    { AttributeName: 'aggregateId', AttributeType: 'S' },
    { AttributeName: 'version', AttributeType: 'N' },
    { AttributeName: 'eventStoreId', AttributeType: 'S' },
    { AttributeName: 'timestamp', AttributeType: 'S' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'initialEvents',
      KeySchema: keys('eventStoreId', 'timestamp'),
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
});

/** The tables of all designs. */
export const createEventTables = async (client: DynamoDBClient): Promise<void> => {
  for (const creation of [
    table('events', 'N'),
    table('claims'),
    table('snapshots', 'S'),
    table('plain', 'N'),
    castoreTable,
  ])
    await client.send(creation);
};
