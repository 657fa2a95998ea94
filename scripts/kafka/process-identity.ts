import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How a process was started; empty when there is none. A process id alone may belong to somebody else by now. */
export const commandLineOf = async (pid: number): Promise<string> => {
  try {
    if (existsSync('/proc/self/cmdline')) return await readFile(`/proc/${pid}/cmdline`, 'utf8');
    return (await run('ps', ['-p', String(pid), '-o', 'args='])).stdout;
  } catch {
    return '';
  }
};
