import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartProblem } from './start-problem.ts';

/**
 * Takes the data directory for this process; the operating system gives it back when the process ends, however it ends.
 * Throws a `StartProblem` when a live process has it.
 */
export const lockDataDir = (dataDir: string): { release(): void } => {
  mkdirSync(dataDir, { recursive: true });
  const lock = new DatabaseSync(join(dataDir, 'lock.sqlite'));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
  } catch {
    lock.close();
    throw new StartProblem(
      'data-dir-in-use',
      `${dataDir} is in use by another running Bunko; stop it or choose another --data directory`,
    );
  }
  return { release: () => lock.close() };
};
