import * as z from 'zod';
import { atomically, type State } from '../state.ts';

/** An event on its way to one target of one rule. */
export interface Parcel {
  id: number;
  ruleArn: string;
  targetId: string;
  /** The event as JSON. */
  event: string;
  /** Process time in milliseconds. */
  acceptedAt: number;
}

const Row = z
  .object({ id: z.number(), rule: z.string(), target: z.string(), event: z.string(), accepted_at: z.number() })
  .transform(
    ({ id, rule, target, event, accepted_at }): Parcel => ({
      id,
      ruleArn: rule,
      targetId: target,
      event,
      acceptedAt: accepted_at,
    }),
  );

/** Accepted events that have not reached their targets yet; they survive the end of the process. */
export const outbox = (state: State) => {
  state.exec(`CREATE TABLE IF NOT EXISTS event_outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT, rule TEXT NOT NULL, target TEXT NOT NULL, event TEXT NOT NULL,
    accepted_at INTEGER NOT NULL)`);
  const insert = state.prepare('INSERT INTO event_outbox (rule, target, event, accepted_at) VALUES (?, ?, ?, ?)');
  const after = state.prepare('SELECT * FROM event_outbox WHERE id > ? ORDER BY id LIMIT ?');
  const remove = state.prepare('DELETE FROM event_outbox WHERE id = ?');
  const count = state.prepare('SELECT count(*) AS n FROM event_outbox');

  return {
    /** Stores parcels and whatever `also` writes in one transaction; answers their ids. */
    add: (parcels: readonly Pick<Parcel, 'ruleArn' | 'targetId' | 'event'>[], also?: () => void): number[] =>
      atomically(state, () => {
        also?.();
        return parcels.map(({ ruleArn, targetId, event }) =>
          Number(insert.run(ruleArn, targetId, event, Date.now()).lastInsertRowid),
        );
      }),
    after: (id: number, limit: number): Parcel[] => after.all(id, limit).map((row) => Row.parse(row)),
    remove: (id: number): void => void remove.run(id),
    count: (): number => Number(count.get()?.n),
  };
};
export type Outbox = ReturnType<typeof outbox>;
