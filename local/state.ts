import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type State = DatabaseSync;

/**
 * The runtime's own durable state (topics, queues, mails, schedules, keys), one SQLite file in the data directory.
 * A write that has returned survives `kill -9`: the operating system holds the page. Each part creates its own tables.
 */
export const openState = (dataDir: string): State => {
  mkdirSync(dataDir, { recursive: true });
  const state = new DatabaseSync(join(dataDir, 'runtime.sqlite'));
  // What is deleted must not stay readable in a freed page.
  state.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON;',
  );
  return state;
};

/** Runs `work` in one SQLite transaction; an error rolls all of it back. */
export const atomically = <T>(state: State, work: () => T): T => {
  state.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    state.exec('COMMIT');
    return result;
  } catch (error) {
    state.exec('ROLLBACK');
    throw error;
  }
};
