import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { withEngine } from '../../../../tests/support/engine.ts';
import { keyBookContract } from './contract-suite.ts';
import { dynamoKeyBook } from './dynamodb.ts';
import { inMemoryKeyBook } from './in-memory.ts';

const documents = withEngine([{ name: 'sessions', sort: 'S' }]);

keyBookContract('the book in memory', async () => inMemoryKeyBook('stack'));
keyBookContract('the book on DynamoDB', async () => {
  await documents().send(new DeleteCommand({ TableName: 'sessions', Key: { pk: 'signing-keys', sk: 'book' } }));
  return dynamoKeyBook(documents(), 'sessions', 'stack');
});
