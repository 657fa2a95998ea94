import { withEngine } from '../../../tests/support/engine.ts';
import { eventStoreContract } from './contract-suite.ts';
import { dynamoEventStore } from './dynamodb.ts';

const documents = withEngine([{ name: 'events', sort: 'N' }, { name: 'claims' }]);

eventStoreContract('the store on DynamoDB', async () =>
  dynamoEventStore(documents(), { events: 'events', claims: 'claims' }),
);
