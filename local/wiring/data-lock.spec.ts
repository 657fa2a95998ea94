import { expect, it } from 'vitest';
import { scratchDir } from '../assembly/given-assembly.ts';
import { lockDataDir } from './data-lock.ts';

it('lets one system have a data directory, and the next one after it has ended', () => {
  const directory = scratchDir();
  const lock = lockDataDir(directory);
  expect(() => lockDataDir(directory)).toThrow(expect.objectContaining({ reason: 'data-dir-in-use' }));
  lock.release();
  lockDataDir(directory).release();
});
