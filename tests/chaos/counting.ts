import { addDays, BusinessDay } from '../../events/business-day.ts';
import type { DayBegan } from '../../events/platform/day-began.ts';
import type { CommandContext } from '../../functions/platform/command-context.ts';
import type { Resolution } from '../../functions/platform/command-loop.ts';
import type { Aggregate } from '../../functions/platform/decider.ts';
import type { Commit, CommitResult, EventStore } from '../../functions/platform/event-store/port.ts';
import type { Source } from '../../functions/platform/source.ts';

/** The smallest domain there is: a stream counts its events, and each command adds one. */
export const counter: Aggregate<number, DayBegan> = { initialState: 0, evolve: (count) => count + 1 };

const FIRST_DAY = BusinessDay.parse('2026-01-01');
type Counted = { own: Source<number, DayBegan> };

/** Says its number: a command that was decided on something old says a number twice. */
export const countOn = ({ own }: { own: number }): Resolution<Counted, number, never> => ({
  outcome: 'accepted',
  events: { own: [{ type: 'platform.day-began', data: { day: addDays(FIRST_DAY, own) } }] },
  answer: own + 1,
});

/** The context of a command; the same for every time it is given. */
export const asked = (commandId: string, more: Partial<CommandContext> = {}): CommandContext => ({
  commandId,
  correlationId: 'chaos',
  causationId: 'chaos',
  actor: { kind: 'operator', id: 'test' },
  now: new Date('2026-05-01T00:00:00Z'),
  ...more,
});

/** The same store, which counts how its commits ended. */
export const counted = (store: EventStore): EventStore & { readonly ends: Map<CommitResult['outcome'], number> } => {
  const ends = new Map<CommitResult['outcome'], number>();
  return {
    ...store,
    ends,
    async commit(commit: Commit) {
      const result = await store.commit(commit);
      ends.set(result.outcome, (ends.get(result.outcome) ?? 0) + 1);
      return result;
    },
  };
};
