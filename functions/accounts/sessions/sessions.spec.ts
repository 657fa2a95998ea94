import { withEngine } from '../../../tests/support/engine.ts';
import { sessionsContract } from './contract-suite.ts';
import { dynamoSessions } from './dynamodb.ts';
import { inMemorySessions } from './in-memory.ts';

const documents = withEngine([{ name: 'sessions', sort: 'S' }]);

sessionsContract('sessions in memory', async () => inMemorySessions());
sessionsContract('sessions on DynamoDB', async () => dynamoSessions(documents(), 'sessions'));
