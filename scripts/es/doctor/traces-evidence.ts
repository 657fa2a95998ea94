import type { Recorded } from '../../../events/envelope.ts';
import { type Listener, subscriptions } from '../../../events/subscriptions.ts';
import { type Evidence, verdictOf } from './evidence.ts';
import type { Trace } from './traces.ts';

const listeners = Object.keys(subscriptions).filter((name): name is Listener => name in subscriptions);

/** Who hears an event. */
const listenersOf = ({ type }: Recorded): readonly Listener[] =>
  listeners.filter((listener) => subscriptions[listener].some((heard) => heard === type));

/** The traces that listeners leave in their tables; nothing is kept of what went over the bus itself. */
export const tracesEvidence = (traces: Readonly<Record<Listener, Trace>>): Evidence => ({
  name: 'the read models and streams of the listeners',
  refresh: async () => undefined,
  async verdict(event) {
    const those = listenersOf(event);
    if (those.length === 0) return 'arrived';
    return verdictOf(await Promise.all(those.map((listener) => traces[listener](event))));
  },
  close: async () => undefined,
});
