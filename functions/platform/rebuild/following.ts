import type { Recorded } from '../../../events/envelope.ts';
import type { ViewStore } from '../view-store/port.ts';
import type { Pointers } from './pointers.ts';
import { type ProjectionState, writtenGenerations } from './state.ts';

type Apply = (event: Recorded) => Promise<void>;

interface Needs {
  view: string;
  pointers: Pointers;
  generation(number: number): ViewStore;
  /** What an event does to the rows of a view, by stream version: safe to repeat, gaps filled from the store. */
  applyTo(view: ViewStore): Apply;
  /** Wall clock, milliseconds. */
  now?: () => number;
}

/**
 * A view as its listener follows it: each event is applied to the live generation, to the one being built once it is
 * filled, and for a grace period to the one that was live before.
 *
 * No event is missed, though nobody waits for anybody. An event that is applied without the new generation was decided on
 * with a state that is at most `POINTER_TTL_MS` old, and was committed before that. The rebuild says that listeners write
 * the new generation, waits longer than that, and only then begins a scan by consistent reads: it sees every such event.
 * Every other event is applied by its listener. What both apply is dropped by its version, and what arrives before its
 * predecessors fetches them from the store.
 */
export const following = ({ view, pointers, generation, applyTo, now = Date.now }: Needs): Apply => {
  let open = new Map<number, Apply>();
  const appliesOf = (state: ProjectionState): readonly Apply[] => {
    const numbers = writtenGenerations(state, now());
    // What is not written any more is forgotten, with all that its memory holds.
    open = new Map(numbers.map((number) => [number, open.get(number) ?? applyTo(generation(number))]));
    return [...open.values()];
  };
  return async (event) => {
    await Promise.all(appliesOf(await pointers(view)).map((apply) => apply(event)));
  };
};
