import { expect } from 'vitest';
import { type Aggregate, type Decision, fold } from './decider.ts';

/**
 * The test language of deciders: given what happened, when a command comes, then these events or this refusal.
 * @example history(opened).when(giveBack('2026-05-01')).thenRejected('already-returned')
 */
export const given =
  <Command, State, Event, Events, Reason extends string>(
    decide: (command: Command, state: State) => Decision<Events, Reason>,
    aggregate: Aggregate<State, Event>,
  ) =>
  (...history: readonly Event[]) => ({
    when: (command: Command) => end(decide(command, fold(aggregate, history))),
  });

/** For a decision over several aggregates: the state is given as it is. */
export const givenState =
  <Command, State, Events, Reason extends string>(
    decide: (command: Command, state: State) => Decision<Events, Reason>,
  ) =>
  (state: State) => ({ when: (command: Command) => end(decide(command, state)) });

const end = <Events, Reason extends string>(decision: Decision<Events, Reason>) => ({
  thenEvents: (events: Events) => expect(decision).toEqual({ outcome: 'accepted', events }),
  thenAccepted: (look: (events: Events) => void) => {
    if (decision.outcome === 'rejected') return expect.fail(`rejected: ${decision.reason}`);
    return look(decision.events);
  },
  thenRejected: (reason: Reason) => expect(decision).toEqual({ outcome: 'rejected', reason }),
});
