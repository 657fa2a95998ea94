import { withEngine } from '../../../../tests/support/engine.ts';
import { attemptsContract } from './contract-suite.ts';
import { dynamoAttempts } from './dynamodb.ts';
import { inMemoryAttempts } from './in-memory.ts';

const documents = withEngine([{ name: 'sessions', sort: 'S' }]);

attemptsContract('attempts in memory', async () => inMemoryAttempts());
attemptsContract('attempts on DynamoDB', async () => dynamoAttempts(documents(), 'sessions'));
