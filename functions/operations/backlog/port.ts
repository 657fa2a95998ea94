import type { Listener } from '../../../events/subscriptions.ts';

/** Events on their way to listeners. */
export interface Backlog {
  /** How many events a listener has before it; undefined when the backbone does not say. */
  of(listener: Listener): Promise<number | undefined>;
}
