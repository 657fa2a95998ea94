import { describe, expect, it } from 'vitest';
import { commandLoop } from '../../functions/platform/command-loop.ts';
import { inMemoryBlobs } from '../../functions/platform/event-store/blobs/in-memory.ts';
import { dynamoEventStore } from '../../functions/platform/event-store/dynamodb.ts';
import { inMemoryVault } from '../../functions/platform/event-store/vault/in-memory.ts';
import { from } from '../../functions/platform/source.ts';
import { withEngine } from '../support/engine.ts';
import { asked, counted, counter, countOn } from './counting.ts';

const documents = withEngine([{ name: 'events', sort: 'N' }, { name: 'claims' }]);
const COMMANDS = 50;
/** Chance has its part in a single race. */
const RACES = 10;
const MOST_ATTEMPTS = 2.5;

/** All commands at once on one stream, each given to the loop it is told. */
const race = async (id: string, loops: 'one' | 'many') => {
  const keeping = { vault: inMemoryVault(), blobs: inMemoryBlobs() };
  const store = counted(dynamoEventStore(documents(), { events: 'events', claims: 'claims' }, keeping));
  const shared = commandLoop(store);
  const sources = { own: from('calendar', id, counter) };
  const outcomes = await Promise.all(
    Array.from({ length: COMMANDS }, (_, index) =>
      (loops === 'one' ? shared : commandLoop(store))(asked(`${id}-${index}`), sources, countOn),
    ),
  );
  const attempts = [...store.ends.values()].reduce((sum, times) => sum + times, 0) / COMMANDS;
  const { events } = await store.read(`main#calendar#${id}`);
  return {
    attempts,
    answers: outcomes.map((outcome) => (outcome.outcome === 'accepted' ? outcome.answer : 0)).toSorted((a, b) => a - b),
    versions: events.map(({ version }) => version),
  };
};
const oneToFifty = Array.from({ length: COMMANDS }, (_, index) => index + 1);

describe('fifty commands on one stream at once', () => {
  it('all succeed when each has a function instance of its own, with few attempts on average', async () => {
    let sum = 0;
    for (let number = 1; number <= RACES; number++) {
      const { attempts, answers, versions } = await race(`many-${number}`, 'many');
      expect([answers, versions]).toEqual([oneToFifty, oneToFifty]);
      sum += attempts;
    }
    process.stdout.write(`chaos: ${COMMANDS} commands at once, ${sum / RACES} attempts each\n`);
    expect(sum / RACES).toBeLessThanOrEqual(MOST_ATTEMPTS);
  });

  it('all succeed at the first attempt in one instance, which gives them their turns', async () => {
    const { attempts, answers, versions } = await race('one', 'one');
    expect([answers, versions]).toEqual([oneToFifty, oneToFifty]);
    expect(attempts).toBe(1);
  });
});
