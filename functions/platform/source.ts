import { streamName } from '../../events/stream-name.ts';
import type { Category } from '../../events/topics.ts';
import type { Aggregate } from './decider.ts';

/** A stream that a decision looks at, and how to fold it. */
export interface Source<State, Event> {
  stream: string;
  aggregate: Aggregate<State, Event>;
  /** Whether its id was made just now, so that there is nothing to read. */
  isNew: boolean;
  /** Whether the decision falls when the stream grows meanwhile, even if it writes nothing to it. */
  guarded: boolean;
}

/** The stream must be as it was read when the decision is written. */
export const from = <State, Event>(
  category: Category,
  id: string,
  aggregate: Aggregate<State, Event>,
): Source<State, Event> => ({
  stream: streamName(category, id),
  aggregate,
  isNew: false,
  guarded: true,
});

/** The stream does not exist yet: its id was made for this command. */
export const beginning = <State, Event>(
  category: Category,
  id: string,
  aggregate: Aggregate<State, Event>,
): Source<State, Event> => ({ ...from(category, id, aggregate), isNew: true });

/** The stream is only consulted: what is accepted may rest on how it was a few seconds ago, a refusal never does. */
export const consulting = <State, Event>(
  category: Category,
  id: string,
  aggregate: Aggregate<State, Event>,
): Source<State, Event> => ({ ...from(category, id, aggregate), guarded: false });

export type AnySource = Source<unknown, { type: string; data: unknown }>;
/** What a decision looks at, by the name it uses for it. */
export type Sources = Readonly<Record<string, AnySource | readonly AnySource[]>>;

/** The states of sources, under the same names. */
export type StatesOf<S extends Sources> = {
  readonly [Name in keyof S]: S[Name] extends readonly Source<infer State, infer _>[]
    ? readonly State[]
    : S[Name] extends Source<infer State, infer _>
      ? State
      : never;
};

/** The events that a decision writes, under the same names; a name left out gets none. */
export type EventsFor<S extends Sources> = {
  readonly [Name in keyof S]?: S[Name] extends readonly Source<infer _, infer Event>[]
    ? readonly (readonly Event[])[]
    : S[Name] extends Source<infer _, infer Event>
      ? readonly Event[]
      : never;
};
