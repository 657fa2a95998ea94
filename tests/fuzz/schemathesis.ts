import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../support/system.ts';

const run = promisify(execFile);
const requirements = join(import.meta.dirname, 'requirements.txt');

/** Schemathesis in an environment of its own below node_modules, made at the first use: the path of its program. */
export const schemathesis = async (python: string): Promise<string> => {
  const version = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const home = join(root, 'node_modules/.cache', `schemathesis-${version}`);
  const done = join(home, 'bin/schemathesis');
  const installed = join(home, 'installed');
  if (existsSync(installed)) return done;
  rmSync(home, { recursive: true, force: true });
  await run(python, ['-m', 'venv', home]);
  await run(join(home, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', '-r', requirements]);
  await run(done, ['--version']);
  writeFileSync(installed, version);
  return done;
};
