import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { commandLoop } from '../../functions/platform/command-loop.ts';
import { inMemoryBlobs } from '../../functions/platform/event-store/blobs/in-memory.ts';
import { dynamoEventStore } from '../../functions/platform/event-store/dynamodb.ts';
import { inMemoryEventStore } from '../../functions/platform/event-store/in-memory.ts';
import type { Commit, EventStore } from '../../functions/platform/event-store/port.ts';
import { inMemoryVault } from '../../functions/platform/event-store/vault/in-memory.ts';
import { from } from '../../functions/platform/source.ts';
import { withEngine } from '../support/engine.ts';
import { asked, counted, counter, countOn } from './counting.ts';
import { type Random, seeded } from './random.ts';

const documents = withEngine([{ name: 'events', sort: 'N' }, { name: 'claims' }]);
const COMMANDS = 10_000;
const STREAMS = 50;
const LOST = 0.2;
const WRITES = new Set(['PutItemCommand', 'TransactWriteItemsCommand']);

/** The work was done, the answer never came; the client library takes it for what it is and asks again. */
class AnswerLost extends Error {
  override readonly name = 'TimeoutError';
}

/** Loses answers to writes behind the client library's own retries. */
const losing = (client: DynamoDBDocumentClient, random: Random) => {
  const lost = { answers: 0 };
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const result = await next(args);
        if (!WRITES.has(commandName ?? '') || !random.chance(LOST)) return result;
        lost.answers++;
        throw new AnswerLost();
      },
    { step: 'deserialize', priority: 'high', name: 'losing' },
  );
  return lost;
};

/** The same in memory: the library asks three times, as the SDK does. */
const losingInMemory = (store: EventStore, random: Random) => {
  const lost = { answers: 0 };
  const commit = async (one: Commit) => {
    for (let tries = 1; ; tries++) {
      const result = await store.commit(one);
      if (!random.chance(LOST)) return result;
      lost.answers++;
      if (tries === 3) throw new AnswerLost();
    }
  };
  return { lost, store: { ...store, commit } };
};

/** Gives commands stream by stream, each until it is answered, every other one with a claim of its own. */
const giveAll = async (store: EventStore) => {
  const decide = commandLoop(store);
  const answers: unknown[] = [];
  const give = async (stream: number, number: number) => {
    const key = `${stream}-${number}`;
    const once = (answer: unknown) => ({ kind: 'request', key, value: answer });
    const context = asked(key, number % 2 === 0 ? { once } : {});
    for (let isHeard = false; !isHeard; )
      try {
        const outcome = await decide(context, { own: from('calendar', `s${stream}`, counter) }, countOn);
        answers.push(outcome.outcome === 'accepted' ? outcome.answer === number : outcome);
        isHeard = true;
      } catch (error) {
        if (!(error instanceof AnswerLost)) throw error;
      }
  };
  const work = async (stream: number) => {
    for (let number = 1; number <= COMMANDS / STREAMS; number++) await give(stream, number);
  };
  await Promise.all(Array.from({ length: STREAMS }, (_, stream) => work(stream)));
  return answers;
};

const expectOnce = async (where: string, store: EventStore, lost: { answers: number }) => {
  const watched = counted(store);
  const answers = await giveAll(watched);
  const written: string[] = [];
  for (let stream = 0; stream < STREAMS; stream++) {
    const { events } = await store.read(`main#calendar#s${stream}`);
    expect(events.map(({ version }) => version)).toEqual(
      Array.from({ length: COMMANDS / STREAMS }, (_, index) => index + 1),
    );
    written.push(...events.map(({ id }) => id));
  }
  process.stdout.write(
    `chaos: ${where}: ${COMMANDS} commands, ${lost.answers} answers lost, ${written.length - new Set(written).size} duplicate commits, ${watched.ends.get('conflict') ?? 0} false conflicts\n`,
  );
  expect(new Set(written).size).toBe(COMMANDS);
  expect(answers.filter((answer) => answer !== true)).toEqual([]);
  expect([...watched.ends.keys()]).toEqual(['committed']);
  expect(lost.answers).toBeGreaterThan(COMMANDS * LOST * 0.9);
};

describe('with every fifth acknowledgement of an append lost', () => {
  it('ten thousand commands are committed once each, without a false conflict, on the real engine', async () => {
    const client = documents();
    const lost = losing(client, seeded(1));
    const keeping = { vault: inMemoryVault(), blobs: inMemoryBlobs() };
    await expectOnce('engine', dynamoEventStore(client, { events: 'events', claims: 'claims' }, keeping), lost);
  });

  it('and in memory', async () => {
    const { lost, store } = losingInMemory(inMemoryEventStore(), seeded(2));
    await expectOnce('memory', store, lost);
  });
});
