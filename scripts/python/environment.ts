import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const cache = join(import.meta.dirname, '../../node_modules/.cache');
/** Written when the last package is in its place. */
const INSTALLED = 'installed';

const homeOf = (name: string, requirements: string): string => {
  const version = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  return join(cache, `${name}-${version}`);
};

/** The directory of the programs of an environment that `pythonEnvironment` made; undefined before. */
export const madePythonEnvironment = (name: string, requirements: string): string | undefined => {
  const home = homeOf(name, requirements);
  return existsSync(join(home, INSTALLED)) ? join(home, 'bin') : undefined;
};

/** The directory of the programs of a virtual environment below node_modules, made at its first use from a list of pinned packages. */
export const pythonEnvironment = async (name: string, python: string, requirements: string): Promise<string> => {
  const made = madePythonEnvironment(name, requirements);
  if (made !== undefined) return made;
  const home = homeOf(name, requirements);
  const programs = join(home, 'bin');
  rmSync(home, { recursive: true, force: true });
  await run(python, ['-m', 'venv', home]);
  await run(join(programs, 'pip'), ['install', '--quiet', '--disable-pip-version-check', '-r', requirements]);
  writeFileSync(join(home, INSTALLED), '');
  return programs;
};
