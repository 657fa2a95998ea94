import type { Listener } from '../../events/subscriptions.ts';
import type { EventStore } from './event-store/port.ts';
import { heard } from './listener/heard.ts';
import type { Apply } from './listener/listen.ts';
import { type RowsProjection, severalRows } from './projection.ts';
import type { ViewStore } from './view-store/port.ts';

/**
 * `severalRows` for rows that many streams share: events of one batch that touch the same row wait for each other inside
 * the process, instead of racing on it. Other processes are still held off by the conditions of the write.
 */
export const rowsInTurn = <L extends Listener>(
  projection: RowsProjection<L>,
  view: ViewStore,
  store: Pick<EventStore, 'read'>,
): Apply => {
  const apply = severalRows(projection, view, store);
  const inTurn = turns();
  return (event) => {
    const told = heard(projection.listener, event);
    const keys = told ? projection.keysOf(told).map(({ pk, sk }) => `${pk}\n${sk}`) : [];
    return inTurn(keys, () => apply(event));
  };
};

/** Runs work when everything that asked for one of its keys before has ended. Arrival decides, so nobody waits in a ring. */
const turns = () => {
  const last = new Map<string, Promise<void>>();
  return (keys: readonly string[], work: () => Promise<void>): Promise<void> => {
    const before = Promise.allSettled(keys.map((key) => last.get(key)));
    const mine = before.then(work);
    for (const key of keys) last.set(key, mine);
    const leave = () => {
      for (const key of keys) if (last.get(key) === mine) last.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  };
};
