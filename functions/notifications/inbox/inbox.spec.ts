import { withEngine } from '../../../tests/support/engine.ts';
import { inboxContract } from './contract-suite.ts';
import { dynamoInbox } from './dynamodb.ts';
import { inMemoryInbox } from './in-memory.ts';

const documents = withEngine([{ name: 'inbox', sort: 'S' }]);

inboxContract('the inbox in memory', async () => inMemoryInbox());
inboxContract('the inbox on DynamoDB', async () => dynamoInbox(documents(), 'inbox'));
