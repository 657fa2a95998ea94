import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { BusinessDay } from '../../events/business-day.ts';
import type { DayBegan } from '../../events/platform/day-began.ts';
import { commandLoop } from '../../functions/platform/command-loop.ts';
import type { Aggregate } from '../../functions/platform/decider.ts';
import { inMemoryBlobs } from '../../functions/platform/event-store/blobs/in-memory.ts';
import { dynamoEventStore } from '../../functions/platform/event-store/dynamodb.ts';
import { inMemoryEventStore } from '../../functions/platform/event-store/in-memory.ts';
import type { EventStore } from '../../functions/platform/event-store/port.ts';
import { closedVault } from '../../functions/platform/event-store/vault/closed.ts';
import { from } from '../../functions/platform/source.ts';
import { withEngine } from '../support/engine.ts';
import { losingAnswers } from './lossy-client.ts';
import { seededRandom } from './seeded-random.ts';

const SEED = 20_261_121;
const COMMANDS = 10_000;
const STREAMS = 100;
const LOST = 0.2;

const documents = withEngine([{ name: 'events', sort: 'N' }, { name: 'claims' }]);
const Commit = z.object({ pk: z.string(), sk: z.number(), v: z.number(), c: z.string() });

const days: Aggregate<number, DayBegan> = { initialState: 0, evolve: (count) => count + 1 };
const began: DayBegan = { type: 'platform.day-began', data: { day: BusinessDay.parse('2026-05-01') } };

/** Every command appends one event to one of the streams, twenty functions side by side, none sharing a stream. */
const runCommands = async (store: EventStore) => {
  const ids: string[] = [];
  let conflicts = 0;
  const spied: EventStore = {
    ...store,
    async commit(commit) {
      const result = await store.commit(commit);
      if (result.outcome === 'conflict') conflicts += 1;
      return result;
    },
  };
  const perFunction = STREAMS / 20;
  const one = async (number: number) => {
    const decide = commandLoop(spied);
    for (let turn = 0; turn < COMMANDS / 20; turn++) {
      const stream = `s${number * perFunction + (turn % perFunction)}`;
      const commandId = uuid();
      const outcome = await decide(
        {
          commandId,
          correlationId: 'chaos',
          causationId: 'chaos',
          actor: { kind: 'operator', id: 'chaos' },
          now: new Date('2026-05-01T00:00:00Z'),
        },
        { own: from('calendar', stream, days) },
        () => ({ outcome: 'accepted', events: { own: [began] }, answer: undefined }),
      );
      if (outcome.outcome === 'accepted') ids.push(commandId);
    }
  };
  await Promise.all(Array.from({ length: 20 }, (_, number) => one(number)));
  return { ids, conflicts };
};

describe(`answers to appends that are lost (one in five, seed ${SEED})`, () => {
  it('make no commit twice and no conflict that was none, on the real engine', async () => {
    const client = documents();
    const losses = losingAnswers(client, LOST, seededRandom(SEED));
    const store = dynamoEventStore(
      client,
      { events: 'events', claims: 'claims' },
      { vault: closedVault, blobs: inMemoryBlobs() },
    );
    const persistent: EventStore = { ...store, commit: (commit) => insistently(() => store.commit(commit)) };
    const { ids, conflicts } = await runCommands(persistent);
    losses.stop();

    const commits: z.infer<typeof Commit>[] = [];
    let after: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({ TableName: 'events', ConsistentRead: true, ...(after && { ExclusiveStartKey: after }) }),
      );
      commits.push(...(page.Items ?? []).map((item) => Commit.parse(item)));
      after = page.LastEvaluatedKey;
    } while (after);
    console.log(`${COMMANDS} commands, ${losses.lost} answers lost, ${commits.length} commits, ${conflicts} conflicts`);
    expect(losses.lost).toBeGreaterThan(COMMANDS * LOST * 0.8);
    expect(ids).toHaveLength(COMMANDS);
    expect(commits).toHaveLength(COMMANDS);
    expect(new Set(commits.map(({ c }) => c))).toEqual(new Set(ids));
    for (const of of Map.groupBy(commits, ({ pk }) => pk).values())
      expect(of.toSorted((a, b) => a.sk - b.sk).map(({ v }) => v)).toEqual(of.map((_, index) => index + 1));
    expect(conflicts).toBe(0);
  }, 300_000);

  it('make no commit twice and no conflict that was none, in memory', async () => {
    const random = seededRandom(SEED);
    const commits: string[] = [];
    const store = inMemoryEventStore({ committed: ({ c }) => void commits.push(c) });
    const lossy: EventStore = {
      ...store,
      commit: (commit) =>
        insistently(async () => {
          const result = await store.commit(commit);
          if (random() < LOST) throw new Error('the answer was lost');
          return result;
        }),
    };
    const { ids, conflicts } = await runCommands(lossy);
    expect(commits).toHaveLength(COMMANDS);
    expect(new Set(commits)).toEqual(new Set(ids));
    expect(conflicts).toBe(0);
  }, 60_000);
});

const insistently = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++)
    try {
      return await work();
    } catch (error) {
      if (attempt === 20) throw error;
    }
};
