import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { BusinessDay } from '../../events/business-day.ts';
import type { DayBegan } from '../../events/platform/day-began.ts';
import type { CommandContext } from './command-context.ts';
import { commandLoop, type Resolution } from './command-loop.ts';
import type { Aggregate } from './decider.ts';
import { inMemoryEventStore } from './event-store/in-memory.ts';
import type { Commit, EventStore, Head } from './event-store/port.ts';
import { processPace } from './pace.ts';
import { consulting, from, type Sources } from './source.ts';

const days: Aggregate<readonly string[], DayBegan> = {
  initialState: [],
  evolve: (seen, { data: { day } }) => [...seen, day],
};
const began = (number: number): DayBegan => ({
  type: 'platform.day-began',
  data: { day: BusinessDay.parse(`2026-05-${String(number).padStart(2, '0')}`) },
});
const context = (more: Partial<CommandContext> = {}): CommandContext => ({
  commandId: uuid(),
  correlationId: 'correlation',
  causationId: 'cause',
  actor: { kind: 'operator', id: 'test' },
  now: new Date('2026-05-01T00:00:00Z'),
  ...more,
});
const next = ({ own }: { own: readonly string[] }) =>
  ({ outcome: 'accepted', events: { own: [began(own.length + 1)] }, answer: own.length + 1 }) as const;

/** A store of which somebody else takes the next version just before each of the first `times` commits. */
const raced = (store: EventStore, times: number, stream: string): EventStore & { reads: number } => {
  const spied = {
    reads: 0,
    held: store.held,
    unwritten: store.unwritten,
    resume: store.resume,
    read: (name: string, after?: number | Head) => {
      spied.reads++;
      return store.read(name, after);
    },
    commit: async (commit: Commit) => {
      if (times-- > 0) {
        const { head } = await store.read(stream);
        await store.commit({
          ...commit,
          id: uuid(),
          unchanged: [],
          claims: [],
          appends: [{ head, events: [began(20)] }],
        });
      }
      return store.commit(commit);
    },
  };
  return spied;
};

describe('the command loop', () => {
  it('appends what was decided and answers with the new heads', async () => {
    const store = inMemoryEventStore();
    const outcome = await commandLoop(store)(context(), { own: from('calendar', 'a', days) }, next);
    expect(outcome).toMatchObject({
      outcome: 'accepted',
      answer: 1,
      heads: [{ stream: 'main#calendar#a', version: 1 }],
    });
    expect((await store.read('main#calendar#a')).events).toHaveLength(1);
  });

  it('writes nothing when the decision refuses, or when nothing happened', async () => {
    const store = inMemoryEventStore();
    const own = { own: from('calendar', 'a', days) };
    const refused = await commandLoop(store)(context(), own, () => ({ outcome: 'rejected', reason: 'no' }));
    expect(refused).toEqual({ outcome: 'rejected', reason: 'no' });
    const nothing = await commandLoop(store)(context(), own, () => ({ outcome: 'accepted', events: {}, answer: 1 }));
    expect(nothing).toEqual({ outcome: 'accepted', answer: 1, heads: [] });
    expect((await store.read('main#calendar#a')).events).toEqual([]);
  });

  it('decides again on what it missed in a single lost race, without another read', async () => {
    for (const [races, reads] of [
      [1, 1],
      [2, 2],
    ] as const) {
      const busy = raced(inMemoryEventStore(), races, 'main#calendar#a');
      const decide = commandLoop(busy, { pace: { ...processPace, random: () => 0 } });
      const outcome = await decide(context(), { own: from('calendar', 'a', days) }, next);
      expect(outcome).toMatchObject({ outcome: 'accepted', answer: races + 1 });
      expect(busy.reads).toBe(reads);
    }
  });

  it('remembers a stream it has written to, and still sees what others wrote to it', async () => {
    const store = raced(inMemoryEventStore(), 0, '');
    const own = { own: from('calendar', 'a', days) };
    const [here, elsewhere] = [commandLoop(store), commandLoop(store)];
    await here(context(), own, next);
    expect(store.reads).toBe(1);
    await here(context(), own, next);
    expect(store.reads).toBe(1);
    await elsewhere(context(), own, next);
    expect(await here(context(), own, next)).toMatchObject({ outcome: 'accepted', answer: 4 });
    expect((await store.read('main#calendar#a')).head.version).toBe(4);
  });

  it('catches up at once with a stream that has grown far beyond what it remembers', async () => {
    const store = inMemoryEventStore();
    const own = { own: from('calendar', 'a', days) };
    const [here, elsewhere] = [commandLoop(store), commandLoop(store)];
    await here(context(), own, next);
    for (let count = 0; count < 30; count++)
      await elsewhere(context(), own, () => ({ outcome: 'accepted', events: { own: [began(1)] }, answer: 0 }));
    let decisions = 0;
    const outcome = await here(context(), own, ({ own: seen }) => {
      decisions++;
      return { outcome: 'accepted', events: { own: [began(2)] }, answer: seen.length };
    });
    expect(outcome).toMatchObject({ outcome: 'accepted', answer: 31 });
    expect(decisions).toBe(2);
  });

  it('never refuses, and never says that nothing is to be done, from memory', async () => {
    const store = inMemoryEventStore();
    const own = { own: from('calendar', 'a', days) };
    const [here, elsewhere] = [commandLoop(store), commandLoop(store)];
    await here(context(), own, next);
    await elsewhere(context(), own, next);
    const counted = await here(context(), own, ({ own: seen }) => ({
      outcome: 'accepted',
      events: {},
      answer: seen.length,
    }));
    expect(counted).toMatchObject({ answer: 2 });
    await elsewhere(context(), own, next);
    const refused = await here(context(), own, ({ own: seen }) =>
      seen.length < 3
        ? { outcome: 'rejected', reason: 'too few' }
        : { outcome: 'accepted', events: {}, answer: 'enough' },
    );
    expect(refused).toMatchObject({ outcome: 'accepted', answer: 'enough' });
  });

  it('answers busy when it loses every race', async () => {
    const busy = raced(inMemoryEventStore(), Number.POSITIVE_INFINITY, 'main#calendar#a');
    expect(await commandLoop(busy)(context(), { own: from('calendar', 'a', days) }, next)).toEqual({ outcome: 'busy' });
  });

  it('decides again when a stream it only looked at has grown, and not when it merely consulted it', async () => {
    for (const [look, looks] of [
      [from, 2],
      [consulting, 1],
    ] as const) {
      const store = inMemoryEventStore();
      const seen: number[] = [];
      const sources = { own: from('calendar', 'own', days), other: look('calendar', 'other', days) };
      await commandLoop(raced(store, 1, 'main#calendar#other'))(context(), sources, ({ other }) => {
        seen.push(other.length);
        return { outcome: 'accepted', events: { own: [began(1)] }, answer: undefined };
      });
      expect(seen).toHaveLength(looks);
      expect((await store.read('main#calendar#own')).events).toHaveLength(1);
    }
  });

  it('refuses with the reason of a claim that somebody else holds', async () => {
    const store = inMemoryEventStore();
    const claiming = (): Resolution<Sources, undefined, 'title-taken'> => ({
      outcome: 'accepted',
      events: {},
      answer: undefined,
      claims: [{ kind: 'title', key: 'a', value: 1, refusal: 'title-taken' }],
    });
    expect(await commandLoop(store)(context(), {}, claiming)).toMatchObject({ outcome: 'accepted' });
    expect(await commandLoop(store)(context(), {}, claiming)).toEqual({ outcome: 'rejected', reason: 'title-taken' });
  });

  it('keeps the answer of an idempotency key in the same commit, and gives it to the twin that came second', async () => {
    const store = inMemoryEventStore();
    const once = (value: unknown) => ({ kind: 'request', key: 'k', value });
    const own = { own: from('calendar', 'a', days) };
    const twins = await Promise.all([1, 2].map(() => commandLoop(store)(context({ once }), own, next)));
    expect(twins.map(({ outcome }) => outcome).toSorted()).toEqual(['accepted', 'repeated']);
    expect(twins.find(({ outcome }) => outcome === 'repeated')).toMatchObject({
      first: { outcome: 'accepted', answer: 1, seen: { 'main#calendar#a': 1 } },
    });
    expect((await store.read('main#calendar#a')).events).toHaveLength(1);
  });

  it('lets fifty commands on one stream all succeed, with versions in a row', async () => {
    const store = inMemoryEventStore();
    const own = { own: from('calendar', 'a', days) };
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () =>
        commandLoop(store)(context(), own, () => ({ outcome: 'accepted', events: { own: [began(1)] }, answer: 0 })),
      ),
    );
    const accepted = outcomes.filter(({ outcome }) => outcome === 'accepted');
    const { events } = await store.read('main#calendar#a');
    expect(events.map(({ version }) => version)).toEqual(accepted.map((_, index) => index + 1));
    expect(outcomes.every(({ outcome }) => outcome === 'accepted' || outcome === 'busy')).toBe(true);
  });
});
