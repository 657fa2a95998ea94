import type { State } from '../state.ts';

/** How far a schedule has come: since when it is there, and up to when its instants were started. */
export interface Progress {
  since: Date;
  upTo: Date;
}

/** The progress of all schedules, durable. */
export const lastRuns = (state: State) => {
  state.exec(`CREATE TABLE IF NOT EXISTS schedules (
    rule TEXT PRIMARY KEY, expression TEXT NOT NULL, since INTEGER NOT NULL, up_to INTEGER NOT NULL) WITHOUT ROWID`);
  const find = state.prepare('SELECT since, up_to FROM schedules WHERE rule = ? AND expression = ?');
  const begin = state.prepare('INSERT OR REPLACE INTO schedules VALUES (?, ?, ?, ?)');
  const advance = state.prepare('UPDATE schedules SET up_to = ? WHERE rule = ?');

  return {
    /** What is known of a rule; one that is new, or has a new expression, begins now. */
    of(rule: string, expression: string, now: Date): Progress {
      const row = find.get(rule, expression);
      if (row) return { since: new Date(Number(row.since)), upTo: new Date(Number(row.up_to)) };
      begin.run(rule, expression, now.getTime(), now.getTime());
      return { since: now, upTo: now };
    },
    advance: (rule: string, upTo: Date): void => void advance.run(upTo.getTime(), rule),
  };
};
export type LastRuns = ReturnType<typeof lastRuns>;
