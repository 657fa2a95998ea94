import { withEngine } from '../../../tests/support/engine.ts';
import { deadLettersContract } from './contract-suite.ts';
import { dynamoDeadLetterBox, dynamoDeadLetters, SET_ASIDE } from './dynamodb.ts';
import { inMemoryDeadLetters } from './in-memory.ts';

const documents = withEngine([
  { name: 'dead-letters', sort: 'S', indexes: [{ name: SET_ASIDE, partition: 'listed', sort: 'listedAt' }] },
]);

deadLettersContract('the box in memory', async () => inMemoryDeadLetters());
deadLettersContract('the box on DynamoDB', async () => ({
  ...dynamoDeadLetters(documents(), 'dead-letters'),
  ...dynamoDeadLetterBox(documents(), 'dead-letters'),
}));
