import { spawn } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../ports.ts';

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const isStale = (root: string): boolean => {
  const built = changedAt(join(root, 'web/dist/index.html'));
  const sources = globSync(['web/**/*', 'scripts/seed/**/*', 'package-lock.json'], {
    cwd: root,
    exclude: ['web/dist', 'web/dist/**', '**/*.spec.ts*'],
  });
  return sources.some((path) => statSync(join(root, path)).isFile() && changedAt(join(root, path)) > built);
};

const runBuild = (root: string) =>
  new Promise<string | undefined>((resolve) => {
    const child = spawn(
      process.execPath,
      ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts'],
      { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output = `${output}${text}`.slice(-10_000);
      });
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? undefined : output));
  });

/** Builds the web application when its sources are newer than `web/dist`; a failure is logged, the API runs without it. */
export const buildWebIfStale = async (root: string, log: Log): Promise<void> => {
  if (!isStale(root)) return;
  const began = Date.now();
  const problem = await runBuild(root);
  if (problem !== undefined) return log.error('the web application could not be built', { output: problem });
  log.info('built the web application', { seconds: (Date.now() - began) / 1000 });
};
