import type { Listener } from '../../../events/subscriptions.ts';
import type { EventStore } from '../event-store/port.ts';
import { heard } from '../listener/heard.ts';
import type { ViewStore } from './port.ts';

/**
 * How far a view of several rows is in a stream of which its listener hears only some events: what lies behind the last one
 * it applied and does not concern it counts as seen.
 */
export const heardUpTo =
  (listener: Listener, view: Pick<ViewStore, 'position'>, store: Pick<EventStore, 'read'>) =>
  async (stream: string): Promise<number> => {
    const { events, head } = await store.read(stream, await view.position(stream));
    const next = events.find((event) => heard(listener, event));
    return next ? next.version - 1 : head.version;
  };
