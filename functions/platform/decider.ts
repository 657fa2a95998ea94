/** What a decision ends in: events that happened, or one named reason why not. */
export type Decision<Events, Reason extends string> =
  | { outcome: 'accepted'; events: Events }
  | { outcome: 'rejected'; reason: Reason };

export const accept = <Events>(events: Events): Decision<Events, never> => ({ outcome: 'accepted', events });
export const reject = <Reason extends string>(reason: Reason): { outcome: 'rejected'; reason: Reason } => ({
  outcome: 'rejected',
  reason,
});

/** How the state that a decision needs follows from a stream: two pure values. */
export interface Aggregate<State, Event> {
  initialState: State;
  /** Returns the new state; never refuses, and answers a type it does not know with the state as it was. */
  evolve(state: State, event: Event): State;
  /**
   * For streams that grow long: a hash of this reducer's source, under which snapshots of its states are kept. A test
   * computes it again, so that a changed reducer never meets the snapshots of an older one. Not for personal data.
   */
  reducer?: string;
}

/** Three pure values; no clock, no network, no randomness. What varies comes in with the command. */
export interface Decider<Command, State, Event, Reason extends string> extends Aggregate<State, Event> {
  decide(command: Command, state: State): Decision<readonly Event[], Reason>;
}

/** The state after a history. */
export const fold = <State, Event>(aggregate: Aggregate<State, Event>, events: readonly Event[]): State =>
  events.reduce((state, event) => aggregate.evolve(state, event), aggregate.initialState);
