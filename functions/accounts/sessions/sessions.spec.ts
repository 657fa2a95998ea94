import { expect, it } from 'vitest';
import { MemberId } from '../../../events/ids.ts';
import { withEngine } from '../../../tests/support/engine.ts';
import { sessionsContract } from './contract-suite.ts';
import { dynamoSessions } from './dynamodb.ts';
import { inMemorySessions } from './in-memory.ts';

const documents = withEngine([{ name: 'sessions', sort: 'S' }]);

sessionsContract('sessions in memory', async () => inMemorySessions());
sessionsContract('sessions on DynamoDB', async () => dynamoSessions(documents(), 'sessions'));

it('a session on DynamoDB goes on when the SDK repeats a refresh whose answer was lost', async () => {
  const client = documents();
  const sessions = dynamoSessions(client, 'sessions');
  const now = new Date('2026-05-01T00:00:00Z');
  const { token } = await sessions.begin(MemberId.parse('aki'), now);
  const sentTwice = { step: 'finalizeRequest', name: 'sent-twice', priority: 'low' } as const;
  client.middlewareStack.add((next) => async (request) => (await next(request)) && next(request), sentTwice);
  const refreshed = await sessions.rotate(token, now).finally(() => client.middlewareStack.remove('sent-twice'));
  expect(refreshed).toBeDefined();
  expect(await sessions.rotate(refreshed?.token ?? '', now)).toBeDefined();
});
