import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { BusinessDay } from '../../events/business-day.ts';
import type { DayBegan } from '../../events/platform/day-began.ts';
import { commandLoop } from '../../functions/platform/command-loop.ts';
import type { Aggregate } from '../../functions/platform/decider.ts';
import { inMemoryBlobs } from '../../functions/platform/event-store/blobs/in-memory.ts';
import { dynamoEventStore } from '../../functions/platform/event-store/dynamodb.ts';
import type { EventStore } from '../../functions/platform/event-store/port.ts';
import { closedVault } from '../../functions/platform/event-store/vault/closed.ts';
import { from } from '../../functions/platform/source.ts';
import { withEngine } from '../support/engine.ts';

const documents = withEngine([{ name: 'events', sort: 'N' }, { name: 'claims' }]);
const WRITERS = 50;
const ROUNDS = 10;

const days: Aggregate<number, DayBegan> = { initialState: 0, evolve: (count) => count + 1 };
const began: DayBegan = { type: 'platform.day-began', data: { day: BusinessDay.parse('2026-05-01') } };

/** All writers append to one stream at the same moment; answers how often they tried, and what the stream holds. */
const race = async (loops: (store: EventStore) => ReturnType<typeof commandLoop>[]) => {
  const store = dynamoEventStore(
    documents(),
    { events: 'events', claims: 'claims' },
    { vault: closedVault, blobs: inMemoryBlobs() },
  );
  let attempts = 0;
  const spied: EventStore = {
    ...store,
    commit: (commit) => {
      attempts += 1;
      return store.commit(commit);
    },
  };
  const id = uuid();
  const outcomes = await Promise.all(
    loops(spied).map((decide) =>
      decide(
        {
          commandId: uuid(),
          correlationId: 'race',
          causationId: 'race',
          actor: { kind: 'operator', id: 'race' },
          now: new Date('2026-05-01T00:00:00Z'),
        },
        { own: from('calendar', id, days) },
        ({ own }) => ({ outcome: 'accepted', events: { own: [began] }, answer: own }),
      ),
    ),
  );
  const { events } = await store.read(`main#calendar#${id}`);
  return {
    attempts,
    accepted: outcomes.filter(({ outcome }) => outcome === 'accepted').length,
    versions: events.map(({ version }) => version),
  };
};

describe(`${WRITERS} commands on one stream at the same moment`, () => {
  const everyVersion = Array.from({ length: WRITERS }, (_, index) => index + 1);

  it('all succeed in functions of their own, with at most 2.5 attempts each on average', async () => {
    let attempts = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const result = await race((store) => Array.from({ length: WRITERS }, () => commandLoop(store)));
      expect(result).toMatchObject({ accepted: WRITERS, versions: everyVersion });
      attempts += result.attempts;
    }
    const average = attempts / (ROUNDS * WRITERS);
    console.log(`${average} attempts on average`);
    expect(average).toBeLessThanOrEqual(2.5);
  }, 120_000);

  it('all succeed at the first attempt in one function, which takes them in turn', async () => {
    const result = await race((store) => {
      const decide = commandLoop(store);
      return Array.from({ length: WRITERS }, () => decide);
    });
    expect(result).toEqual({ attempts: WRITERS, accepted: WRITERS, versions: everyVersion });
  });
});
