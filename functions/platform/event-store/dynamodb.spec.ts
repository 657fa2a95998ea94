import { withEngine } from '../../../tests/support/engine.ts';
import { inMemoryBlobs } from './blobs/in-memory.ts';
import { eventStoreContract } from './contract-suite.ts';
import { dynamoEventStore } from './dynamodb.ts';
import { inMemoryVault } from './vault/in-memory.ts';

const documents = withEngine([{ name: 'events', sort: 'N' }, { name: 'claims' }]);

eventStoreContract('the store on DynamoDB', async () =>
  dynamoEventStore(
    documents(),
    { events: 'events', claims: 'claims' },
    { vault: inMemoryVault(), blobs: inMemoryBlobs() },
  ),
);
