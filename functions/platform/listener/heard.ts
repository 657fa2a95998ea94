import type { Recorded } from '../../../events/envelope.ts';
import { type HeardBy, type Listener, subscriptions } from '../../../events/subscriptions.ts';

/** The event as one that a listener subscribed to, or undefined when it did not. */
export const heard = <L extends Listener>(listener: L, event: Recorded): Recorded<HeardBy<L>> | undefined =>
  // The subscription table is where both the list and the type come from; lifting has checked the data.
  subscriptions[listener].some((type) => type === event.type) ? (event as unknown as Recorded<HeardBy<L>>) : undefined;
