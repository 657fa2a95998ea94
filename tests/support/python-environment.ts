import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './system.ts';

const run = promisify(execFile);

/** The directory of the programs of a virtual environment below node_modules, made at its first use from a list of pinned packages. */
export const pythonEnvironment = async (name: string, python: string, requirements: string): Promise<string> => {
  const version = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const home = join(root, 'node_modules/.cache', `${name}-${version}`);
  const programs = join(home, 'bin');
  const installed = join(home, 'installed');
  if (existsSync(installed)) return programs;
  rmSync(home, { recursive: true, force: true });
  await run(python, ['-m', 'venv', home]);
  await run(join(programs, 'pip'), ['install', '--quiet', '--disable-pip-version-check', '-r', requirements]);
  writeFileSync(installed, version);
  return programs;
};
